// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/clusterrules.h"

namespace core::operations {

/// How far the cluster moves this VM by itself.
struct SetDrsOfVm {
    static constexpr OperationInfo info{"vm.set-drs", Privilege::ClusterEdit};
    VmId vm;
    std::optional<model::DrsAutomation> automation; ///< absent: as its cluster
    static constexpr auto fields =
        FieldList{field("vm", &SetDrsOfVm::vm), field("automation", &SetDrsOfVm::automation)};
};

[[nodiscard]] inline Availability availability(const SetDrsOfVm &operation, const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.vm, inventory); !there)
        return there;
    return isInCluster(operation.vm, inventory);
}

/// It is the cluster's affair.
[[nodiscard]] inline Requirements requirements(const SetDrsOfVm &operation, const model::Inventory &inventory)
{
    return {{Privilege::ClusterEdit, clusterOf(operation.vm, inventory)}};
}

} // namespace core::operations
