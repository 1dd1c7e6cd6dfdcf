// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/poolrules.h"

namespace core::operations {

/// Changes what a resource pool may have; what is left out stays.
struct SetPool {
    static constexpr OperationInfo info{"pool.set", Privilege::PoolEdit};
    PoolId pool;
    std::optional<QString> name;
    std::optional<MegaHertz> cpuReservation;
    std::optional<MegaHertz> cpuLimit; ///< -1: none
    std::optional<QString> cpuShares; ///< low, normal, high, or a number
    std::optional<Bytes> memoryReservation;
    std::optional<Bytes> memoryLimit; ///< -1: none
    std::optional<QString> memoryShares;
    std::optional<bool> cpuExpandable; ///< may borrow what those above have not reserved
    std::optional<bool> memoryExpandable;
    std::optional<bool> scalableShares; ///< its shares count for each of its VMs
    static constexpr auto fields = FieldList{field("pool", &SetPool::pool),
                                             field("name", &SetPool::name),
                                             field("cpuReservationMhz", &SetPool::cpuReservation),
                                             field("cpuLimitMhz", &SetPool::cpuLimit),
                                             field("cpuShares", &SetPool::cpuShares),
                                             field("memoryReservationBytes", &SetPool::memoryReservation),
                                             field("memoryLimitBytes", &SetPool::memoryLimit),
                                             field("memoryShares", &SetPool::memoryShares),
                                             field("cpuExpandable", &SetPool::cpuExpandable),
                                             field("memoryExpandable", &SetPool::memoryExpandable),
                                             field("scalableShares", &SetPool::scalableShares)};
};

[[nodiscard]] inline Availability availability(const SetPool &operation, const model::Inventory &inventory)
{
    const model::Pool *known = inventory.find(operation.pool);
    if (known == nullptr)
        return exists(operation.pool, inventory);
    if (operation.name && *operation.name != known->name) {
        if (const Availability isFree =
                nameIsFree(*operation.name, known->parent, model::Kind::Pool, operation.pool, inventory);
            !isFree)
            return isFree;
    }
    const auto made = changed(*known, operation);
    return made ? canReserve(*known, *made, inventory) : Availability(made.error());
}

} // namespace core::operations
