// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Makes this core the one that rules a cluster; the one that does so far only looks from then on.
struct TakeOverCluster {
    static constexpr OperationInfo info{"cluster.take-over", Privilege::ClusterEdit};
    ClusterId cluster;
    static constexpr auto fields = FieldList{field("cluster", &TakeOverCluster::cluster)};
};

[[nodiscard]] inline Availability availability(const TakeOverCluster &operation,
                                               const model::Inventory &inventory)
{
    const model::Cluster *cluster = inventory.find(operation.cluster);
    if (cluster == nullptr)
        return exists(operation.cluster, inventory);
    if (cluster->managedBy.isEmpty())
        return Error(errors::RuledHere, QJsonObject{{QStringLiteral("name"), cluster->name}});
    return {};
}

} // namespace core::operations
