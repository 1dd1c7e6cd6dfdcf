// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Gives the cluster another name.
struct RenameCluster {
    static constexpr OperationInfo info{"cluster.rename", Privilege::ClusterRename};
    ClusterId cluster;
    QString name;
    static constexpr auto fields =
        FieldList{field("cluster", &RenameCluster::cluster), field("name", &RenameCluster::name)};
};

[[nodiscard]] inline Availability availability(const RenameCluster &operation,
                                               const model::Inventory &inventory)
{
    const model::Cluster *object = inventory.find(operation.cluster);
    if (object == nullptr)
        return exists(operation.cluster, inventory);
    if (operation.name.isEmpty()) // asked before the name is known: may it be renamed at all?
        return {};
    return nameIsFree(operation.name, object->parent, model::Kind::Cluster, operation.cluster, inventory);
}

} // namespace core::operations
