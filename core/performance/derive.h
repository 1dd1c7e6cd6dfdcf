// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/load.h"
#include "core/model/objects.h"
#include "core/model/sample.h"

#include <array>

/// Rates and usages of two readings. Pure; any thread.
///
/// | counter         | unit                | virtual machine                                 | host |
/// |-----------------|---------------------|-------------------------------------------------|---------------------------------|
/// | CpuUsageRatio   | 0–1 of its own CPUs | Δ cpu.time / (Δt × vCPUs)                       | Δ busy / Δ
/// (busy and idle)      | | CpuUsageMhz     | MHz                 | Δ cpu.time / Δt × MHz of one host CPU |
/// ratio × capacity                | | CpuReadyMs      | ms per 20 s         | Σ Δ vcpu.N.delay / Δt × 20 s
/// | –                               | | MemoryUsed      | bytes               | balloon.rss: host memory
/// consumed               | total less available            | | MemoryActive    | bytes               |
/// balloon.available − balloon.usable              | –                               | | MemoryBalloon   |
/// bytes               | balloon.maximum − balloon.current               | –                               |
/// | DiskRead, Write | bytes per second    | Δ block.N.{rd,wr}.bytes / Δt, over its disks    | Δ / Δt | |
/// DiskLatencyMs   | ms per request      | Δ block.N.*.times / Δ block.N.*.reqs; 0 if none | – | | Network…
/// | bytes per second    | Δ net.N.{rx,tx}.bytes / Δt, over its adapters   | Δ / Δt |
///
/// Ready time is per 20 s whatever the interval was, so that readings of 5 s and 20 s compare.
namespace core::performance {

/// By model::Counter, in its unit; NaN: not known.
using Values = std::array<float, model::counterCount>;

/// What one object did between two readings.
struct Measurement {
    model::ObjectRef object;
    Instant from;
    Instant to;
    Values values{};
    model::Load load;
};

/// The host first, then each VM that both readings hold. Of `host` it uses id, cpuMhz and logicalCpus. An
/// object of which any counter went back (its process began again: restart, migration, reboot) is left out,
/// and so is everything when no time passed. What a reading lacks is NaN.
[[nodiscard]] std::vector<Measurement> derive(const model::Sample &previous, const model::Sample &current,
                                              const model::Host &host);

} // namespace core::performance
