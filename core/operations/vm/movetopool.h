// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/resourcerules.h"

namespace core::operations {

/// Puts a VM into a resource pool of its cluster or host. It stays where it runs.
struct MoveVmToPool {
    static constexpr OperationInfo info{"vm.move-to-pool", Privilege::ResourceAssignVm};
    VmId vm;
    std::optional<PoolId> pool; ///< absent: directly under its cluster or host
    static constexpr auto fields =
        FieldList{field("vm", &MoveVmToPool::vm), field("pool", &MoveVmToPool::pool)};
};

[[nodiscard]] Availability availability(const MoveVmToPool &operation, const model::Inventory &inventory);
[[nodiscard]] Requirements requirements(const MoveVmToPool &operation, const model::Inventory &inventory);

} // namespace core::operations
