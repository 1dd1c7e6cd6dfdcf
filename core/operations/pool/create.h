// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/poolrules.h"

namespace core::operations {

/// A new resource pool: a share of a cluster, of a host that stands alone, or of another pool.
struct CreatePool {
    static constexpr OperationInfo info{"pool.create", Privilege::PoolCreate};
    model::ObjectRef parent; ///< a cluster, a host that stands alone, or a pool
    QString name;
    std::optional<MegaHertz> cpuReservation;
    std::optional<MegaHertz> cpuLimit; ///< -1: none
    std::optional<QString> cpuShares; ///< low, normal, high, or a number
    std::optional<Bytes> memoryReservation;
    std::optional<Bytes> memoryLimit; ///< -1: none
    std::optional<QString> memoryShares;
    std::optional<bool> cpuExpandable; ///< may borrow what those above have not reserved
    std::optional<bool> memoryExpandable;
    std::optional<bool> scalableShares; ///< its shares count for each of its VMs
    static constexpr auto fields = FieldList{field("parent", &CreatePool::parent),
                                             field("name", &CreatePool::name),
                                             field("cpuReservationMhz", &CreatePool::cpuReservation),
                                             field("cpuLimitMhz", &CreatePool::cpuLimit),
                                             field("cpuShares", &CreatePool::cpuShares),
                                             field("memoryReservationBytes", &CreatePool::memoryReservation),
                                             field("memoryLimitBytes", &CreatePool::memoryLimit),
                                             field("memoryShares", &CreatePool::memoryShares),
                                             field("cpuExpandable", &CreatePool::cpuExpandable),
                                             field("memoryExpandable", &CreatePool::memoryExpandable),
                                             field("scalableShares", &CreatePool::scalableShares)};
};

[[nodiscard]] inline Availability availability(const CreatePool &operation, const model::Inventory &inventory)
{
    if (const Availability fits = canHoldPools(operation.parent, inventory); !fits)
        return fits;
    if (!operation.name.isEmpty()) {
        if (const Availability isFree =
                nameIsFree(operation.name, operation.parent, model::Kind::Pool, std::nullopt, inventory);
            !isFree)
            return isFree;
    }
    const model::Pool none{.name = operation.name, .parent = operation.parent};
    const auto made = changed(none, operation);
    return made ? canReserve(none, *made, inventory) : Availability(made.error());
}

} // namespace core::operations
