// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"
#include "core/resources/clusterpools.h"

/// Reservation, limit and shares as operations ask for them, and whether they can be had.
namespace core::operations {

/// What is left out stays as it is.
template <class Amount>
struct AllocationWish {
    std::optional<Amount> reservation;
    std::optional<Amount> limit; ///< -1: none any more
    std::optional<QString> shares; ///< low, normal, high, or a number of 1 to 1,000,000
};

/// The allocation as it would be; `base.invalid-argument` names the parameter, whose names begin with `prefix`.
[[nodiscard]] Result<model::CpuAllocation> changed(model::CpuAllocation allocation,
                                                   const AllocationWish<MegaHertz> &wish);
[[nodiscard]] Result<model::MemoryAllocation> changed(model::MemoryAllocation allocation,
                                                      const AllocationWish<Bytes> &wish);

/// Nobody can be promised more than he may have.
[[nodiscard]] Availability isSound(const QString &name, const model::CpuAllocation &cpu,
                                   const model::MemoryAllocation &memory);

/// May `more` be reserved for the object called `name` in that pool (absent: directly in the cluster or host)? Says which
/// pool has too little, and how much is missing.
[[nodiscard]] Availability isAdmitted(const QString &name, const resources::ClusterPools &pools,
                                      const std::optional<PoolId> &pool, const resources::Reservation &more,
                                      const model::Inventory &inventory);
/// The VM is to be started: may what is reserved for it be had?
[[nodiscard]] Availability startIsAdmitted(const model::Vm &vm, const model::Inventory &inventory);

/// The host is not in maintenance, nor on its way there.
[[nodiscard]] Availability takesVms(HostId host, const model::Inventory &inventory);

} // namespace core::operations
