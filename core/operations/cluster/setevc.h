// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/evc.h"
#include "core/operations/rules.h"

namespace core::operations {

/// Sets the CPU level that the cluster's VMs get at their next start, so that each can go to every host. Without a level
/// EVC is off, and the VMs keep the CPU they have.
struct SetEvcOfCluster {
    static constexpr OperationInfo info{"cluster.set-evc", Privilege::ClusterEdit};
    ClusterId cluster;
    std::optional<QString> level; ///< "Westmere"; absent: off
    static constexpr auto fields =
        FieldList{field("cluster", &SetEvcOfCluster::cluster), field("level", &SetEvcOfCluster::level)};
};

/// Says of every host and running VM what keeps the cluster from the level.
[[nodiscard]] inline Availability availability(const SetEvcOfCluster &operation,
                                               const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.cluster, inventory); !there)
        return there;
    return Availability(
        migration::checkLevel(operation.cluster, operation.level.value_or(QString()), inventory));
}

} // namespace core::operations
