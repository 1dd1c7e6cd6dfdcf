// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/clusterrules.h"

namespace core::operations {

/// Changes a rule; what is left out stays. Its age stays, too.
struct SetRule {
    static constexpr OperationInfo info{"cluster.set-rule", Privilege::ClusterEdit};
    ClusterId cluster;
    QString rule; ///< its name
    std::optional<QString> name;
    std::optional<bool> enabled;
    std::vector<VmId> vms;
    std::vector<HostId> hosts;
    static constexpr auto fields = FieldList{
        field("cluster", &SetRule::cluster), field("rule", &SetRule::rule), field("name", &SetRule::name),
        field("enabled", &SetRule::enabled), field("vms", &SetRule::vms),   field("hosts", &SetRule::hosts)};
};

[[nodiscard]] inline model::DrsRule changed(model::DrsRule rule, const SetRule &operation)
{
    rule.name = operation.name.value_or(rule.name);
    rule.enabled = operation.enabled.value_or(rule.enabled);
    if (!operation.vms.empty())
        rule.vms = operation.vms;
    if (!operation.hosts.empty())
        rule.hosts = operation.hosts;
    return rule;
}

[[nodiscard]] inline Availability availability(const SetRule &operation, const model::Inventory &inventory)
{
    const model::Cluster *cluster = inventory.find(operation.cluster);
    if (cluster == nullptr)
        return exists(operation.cluster, inventory);
    if (operation.rule.isEmpty()) // asked before it is known which
        return {};
    const model::DrsRule *known = findRule(*cluster, operation.rule);
    if (known == nullptr)
        return Error(errors::RuleUnknown,
                     QJsonObject{{QStringLiteral("cluster"), cluster->name},
                                 {QStringLiteral("rule"), operation.rule}});
    return isSound(changed(*known, operation), *cluster, operation.rule, inventory);
}

} // namespace core::operations
