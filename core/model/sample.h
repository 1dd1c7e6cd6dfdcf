// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/base/units.h"

#include <chrono>
#include <optional>
#include <vector>

/// Counters as a hypervisor gives them: totals that rise since the machine started. core/performance makes
/// rates of two of them. Absent: the hypervisor did not say.
namespace core::model {

using Nanoseconds = std::chrono::nanoseconds;

struct VmSample {
    VmId vm;
    int cpus = 0; ///< vCPUs in use
    std::optional<Duration> uptime; ///< since it was powered on; not of one that came from another host
    std::optional<Nanoseconds> cpuTime; ///< libvirt cpu.time
    std::optional<Nanoseconds> readyTime; ///< sum of vcpu.N.delay: waited for a host CPU
    std::optional<Bytes> memoryResident; ///< balloon.rss: host memory consumed
    std::optional<Bytes> memoryAvailable; ///< balloon.available: what the guest has
    std::optional<Bytes> memoryUsable; ///< balloon.usable: what the guest could still take
    std::optional<Bytes> balloonCurrent;
    std::optional<Bytes> balloonMaximum;
    std::optional<Bytes> diskRead; ///< sums over the disks
    std::optional<Bytes> diskWritten;
    std::optional<qint64> diskRequests; ///< reads and writes
    std::optional<Nanoseconds> diskTime; ///< spent in them
    std::optional<Bytes> networkReceived; ///< sums over the adapters
    std::optional<Bytes> networkSent;
};

struct HostSample {
    std::optional<Duration> uptime; ///< since it booted
    std::optional<Nanoseconds> cpuBusy; ///< sum over all logical CPUs
    std::optional<Nanoseconds> cpuTotal; ///< busy and idle
    std::optional<Bytes> memoryTotal;
    std::optional<Bytes> memoryUsed;
    std::optional<Bytes> diskRead;
    std::optional<Bytes> diskWritten;
    std::optional<Bytes> networkReceived;
    std::optional<Bytes> networkSent;
};

/// One reading of a host and its running VMs, taken in one go.
struct Sample {
    Instant time;
    HostSample host;
    std::vector<VmSample> vms;
};

} // namespace core::model
