// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/clusterrules.h"

namespace core::operations {

/// Switches DRS on or off, and says how far it goes; what is left out stays.
struct SetDrsOfCluster {
    static constexpr OperationInfo info{"cluster.set-drs", Privilege::ClusterEdit};
    ClusterId cluster;
    std::optional<bool> enabled;
    std::optional<model::DrsAutomation> automation; ///< manual, partial or full
    std::optional<int> threshold; ///< 1 (only what must be) to 5 (every gain)
    std::optional<model::PowerManagement> powerManagement;
    static constexpr auto fields = FieldList{
        field("cluster", &SetDrsOfCluster::cluster), field("enabled", &SetDrsOfCluster::enabled),
        field("automation", &SetDrsOfCluster::automation), field("threshold", &SetDrsOfCluster::threshold),
        field("powerManagement", &SetDrsOfCluster::powerManagement)};
};

[[nodiscard]] inline Availability availability(const SetDrsOfCluster &operation,
                                               const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.cluster, inventory); !there)
        return there;
    if (operation.threshold && (*operation.threshold < 1 || *operation.threshold > 5))
        return core::errors::invalidArgument(QStringLiteral("threshold"), QStringLiteral("1 to 5"));
    if (operation.automation == model::DrsAutomation::Disabled)
        return core::errors::invalidArgument(QStringLiteral("automation"),
                                             QStringLiteral("of single virtual machines only"));
    return {};
}

} // namespace core::operations
