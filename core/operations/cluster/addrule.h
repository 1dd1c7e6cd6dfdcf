// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/clusterrules.h"

namespace core::operations {

/// A new rule on where VMs of the cluster run. One that an older rule contradicts is kept switched off.
struct AddRule {
    static constexpr OperationInfo info{"cluster.add-rule", Privilege::ClusterEdit};
    ClusterId cluster;
    QString name;
    model::DrsRuleType type = model::DrsRuleType::KeepTogether;
    std::vector<VmId> vms;
    std::vector<HostId> hosts; ///< of the rules between VMs and hosts
    static constexpr auto fields = FieldList{field("cluster", &AddRule::cluster),
                                             field("name", &AddRule::name), field("type", &AddRule::type),
                                             field("vms", &AddRule::vms), field("hosts", &AddRule::hosts)};
};

/// `now`: what decides between two that contradict each other.
[[nodiscard]] inline model::DrsRule made(const AddRule &operation, Instant now)
{
    return {.name = operation.name,
            .type = operation.type,
            .vms = operation.vms,
            .hosts = namesHosts(operation.type) ? operation.hosts : std::vector<HostId>(),
            .created = now};
}

[[nodiscard]] inline Availability availability(const AddRule &operation, const model::Inventory &inventory)
{
    const model::Cluster *cluster = inventory.find(operation.cluster);
    if (cluster == nullptr)
        return exists(operation.cluster, inventory);
    if (operation.name.isEmpty()) // asked before anything is known of it
        return {};
    return isSound(made(operation, Instant::max()), *cluster, {}, inventory);
}

} // namespace core::operations
