// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sample.h"

#include <array>

/// What a simulated VM asks of its host: smooth curves of the day with noise of minutes on them, fixed by the
/// VM's seed and the time. Their integrals are known in closed form, so a counter's total at any moment is
/// computed, never stored.
namespace core::simulation {

enum class Demand { Cpu, Ready, Disk, DiskTime, Network };
inline constexpr size_t demandCount = 5;

/// Seconds of mean demand, one per Demand: the integral of a curve whose mean over a day is 1.
using Effort = std::array<double, demandCount>;

/// The integrals up to `time`; only differences mean anything. Rises strictly with time.
[[nodiscard]] Effort effortAt(quint64 seed, Instant time);

/// The mean demand of one VM, fixed by its seed and its size.
struct Profile {
    double cpuCores = 0; ///< busy
    double readyRatio = 0; ///< seconds waited for a CPU per second
    double diskReadRate = 0; ///< bytes per second
    double diskWriteRate = 0; ///< bytes per second
    double requestRate = 0; ///< reads and writes per second
    double requestTime = 0; ///< seconds per request
    double receiveRate = 0; ///< bytes per second
    double sendRate = 0; ///< bytes per second
};
[[nodiscard]] Profile profileOf(quint64 seed, int cpus);

/// Guest memory at one moment, as shares of the configured memory, 0–1.
struct MemoryShares {
    double resident = 0; ///< the host's memory it holds
    double active = 0;
    double ballooned = 0; ///< taken back by the balloon
};
[[nodiscard]] MemoryShares memoryAt(quint64 seed, Instant time);

/// The counters of a VM that has made `effort` since its process began. `vm` is left to the caller.
[[nodiscard]] model::VmSample countersOf(quint64 seed, int cpus, Bytes memory, const Effort &effort,
                                         Instant time);

} // namespace core::simulation
