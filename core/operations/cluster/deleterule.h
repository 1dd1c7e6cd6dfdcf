// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/clusterrules.h"

namespace core::operations {

struct DeleteRule {
    static constexpr OperationInfo info{"cluster.delete-rule", Privilege::ClusterEdit};
    ClusterId cluster;
    QString rule; ///< its name
    static constexpr auto fields =
        FieldList{field("cluster", &DeleteRule::cluster), field("rule", &DeleteRule::rule)};
};

[[nodiscard]] inline Availability availability(const DeleteRule &operation, const model::Inventory &inventory)
{
    const model::Cluster *cluster = inventory.find(operation.cluster);
    if (cluster == nullptr)
        return exists(operation.cluster, inventory);
    if (!operation.rule.isEmpty() && findRule(*cluster, operation.rule) == nullptr)
        return Error(errors::RuleUnknown,
                     QJsonObject{{QStringLiteral("cluster"), cluster->name},
                                 {QStringLiteral("rule"), operation.rule}});
    return {};
}

} // namespace core::operations
