// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ref.h"

#include <optional>
#include <vector>

namespace core::model {

/// The load of one host or VM, newest sample. Sent apart from the inventory, coalesced.
struct Load {
    ObjectRef object;
    std::optional<double> cpuUsageRatio; ///< of the object's own CPUs, 0–1
    std::optional<MegaHertz> cpuUsage;
    std::optional<Bytes> memoryUsed; ///< host: used; VM: host memory consumed
    std::optional<qint64> uptimeSeconds;

    static constexpr auto fields =
        FieldList{field("object", &Load::object), field("cpuUsageRatio", &Load::cpuUsageRatio),
                  field("cpuUsageMhz", &Load::cpuUsage), field("memoryUsedBytes", &Load::memoryUsed),
                  field("uptimeSeconds", &Load::uptimeSeconds)};
    friend bool operator==(const Load &, const Load &) = default;
};

/// What is measured over time. Formulas: core/performance/derive.h.
enum class Counter {
    CpuUsageRatio,
    CpuUsageMhz,
    CpuReadyMs,
    MemoryUsed,
    MemoryActive,
    MemoryBalloon,
    DiskRead,
    DiskWrite,
    DiskLatencyMs,
    NetworkReceived,
    NetworkSent,
};
constexpr auto wireNames(Counter)
{
    return std::array{WireName{Counter::CpuUsageRatio, "cpu-usage-ratio"},
                      WireName{Counter::CpuUsageMhz, "cpu-usage-mhz"},
                      WireName{Counter::CpuReadyMs, "cpu-ready-ms"},
                      WireName{Counter::MemoryUsed, "memory-used-bytes"},
                      WireName{Counter::MemoryActive, "memory-active-bytes"},
                      WireName{Counter::MemoryBalloon, "memory-balloon-bytes"},
                      WireName{Counter::DiskRead, "disk-read-bytes-per-second"},
                      WireName{Counter::DiskWrite, "disk-write-bytes-per-second"},
                      WireName{Counter::DiskLatencyMs, "disk-latency-ms"},
                      WireName{Counter::NetworkReceived, "network-received-bytes-per-second"},
                      WireName{Counter::NetworkSent, "network-sent-bytes-per-second"}};
}
inline constexpr size_t counterCount = wireNames(Counter{}).size();

/// One counter of one object. `values[i]` was measured at `start + i * interval`; NaN: no sample.
/// On the wire a missing sample is null: the one place where null is allowed, since a list has no absence.
struct Series {
    ObjectRef object;
    Counter counter = Counter::CpuUsageRatio;
    Instant start;
    Duration interval{20'000};
    std::vector<float> values;
};

} // namespace core::model
