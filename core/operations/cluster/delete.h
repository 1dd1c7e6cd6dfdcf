// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Removes an empty cluster from the inventory.
struct DeleteCluster {
    static constexpr OperationInfo info{"cluster.delete", Privilege::ClusterDelete};
    ClusterId cluster;
    static constexpr auto fields = FieldList{field("cluster", &DeleteCluster::cluster)};
};

[[nodiscard]] inline Availability availability(const DeleteCluster &operation,
                                               const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.cluster, inventory); !there)
        return there;
    return isEmpty(operation.cluster, inventory);
}

} // namespace core::operations
