// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <optional>

/// How hosts' CPUs and memory are divided among those who want them: what VMs and resource pools may have.
namespace core::model {

/// How much weight an object has among its siblings when there is not enough for all.
enum class SharesLevel { Low, Normal, High, Custom };
constexpr auto wireNames(SharesLevel)
{
    return std::array{WireName{SharesLevel::Low, "low"}, WireName{SharesLevel::Normal, "normal"},
                      WireName{SharesLevel::High, "high"}, WireName{SharesLevel::Custom, "custom"}};
}

template <class Amount>
struct AllocationNames;
template <>
struct AllocationNames<MegaHertz> {
    static constexpr const char *reservation = "reservationMhz";
    static constexpr const char *limit = "limitMhz";
};
template <>
struct AllocationNames<Bytes> {
    static constexpr const char *reservation = "reservationBytes";
    static constexpr const char *limit = "limitBytes";
};

/// What one object may have of one resource.
template <class Amount>
struct Allocation {
    Amount reservation; ///< is there for it whatever others want
    std::optional<Amount> limit; ///< never gets more; absent: as much as there is
    SharesLevel level = SharesLevel::Normal;
    qint64 shares = 0; ///< 1–1,000,000 at the level Custom; else 0: the level says it

    static constexpr auto fields =
        FieldList{field(AllocationNames<Amount>::reservation, &Allocation::reservation),
                  field(AllocationNames<Amount>::limit, &Allocation::limit),
                  field("sharesLevel", &Allocation::level), field("shares", &Allocation::shares)};
    friend bool operator==(const Allocation &, const Allocation &) = default;
};
using CpuAllocation = Allocation<MegaHertz>;
using MemoryAllocation = Allocation<Bytes>;

inline constexpr qint64 mostShares = 1'000'000;

/// What a VM may have.
struct VmResources {
    CpuAllocation cpu;
    MemoryAllocation memory;

    static constexpr auto fields =
        FieldList{field("cpu", &VmResources::cpu), field("memory", &VmResources::memory)};
    friend bool operator==(const VmResources &, const VmResources &) = default;
};

namespace detail {
/// `normal` at the level Normal, half and twice as much beside it.
template <class Amount>
[[nodiscard]] constexpr qint64 sharesOf(const Allocation<Amount> &allocation, qint64 normal)
{
    switch (allocation.level) {
    case SharesLevel::Low: return normal / 2;
    case SharesLevel::Normal: return normal;
    case SharesLevel::High: return normal * 2;
    case SharesLevel::Custom: return allocation.shares;
    }
    Q_UNREACHABLE();
}
} // namespace detail

inline constexpr qint64 normalPoolCpuShares = 4'000;
inline constexpr qint64 normalPoolMemoryShares = 163'840;

/// A VM counts by its size: 1,000 shares for each vCPU, 10 for each MiB.
[[nodiscard]] constexpr qint64 vmShares(const CpuAllocation &allocation, int cpus)
{
    return detail::sharesOf(allocation, qint64(1'000) * cpus);
}
[[nodiscard]] constexpr qint64 vmShares(const MemoryAllocation &allocation, Bytes memory)
{
    return detail::sharesOf(allocation, 10 * (memory.count() >> 20));
}
[[nodiscard]] constexpr qint64 poolShares(const CpuAllocation &allocation)
{
    return detail::sharesOf(allocation, normalPoolCpuShares);
}
[[nodiscard]] constexpr qint64 poolShares(const MemoryAllocation &allocation)
{
    return detail::sharesOf(allocation, normalPoolMemoryShares);
}

} // namespace core::model
