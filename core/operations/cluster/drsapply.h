// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/clusterrules.h"

namespace core::operations {

/// Carries out recommendations, with those that they wait for.
struct ApplyDrs {
    static constexpr OperationInfo info{"cluster.drs-apply", Privilege::ResourceApply};
    ClusterId cluster;
    std::vector<QString> recommendations; ///< their keys; none: all
    static constexpr auto fields =
        FieldList{field("cluster", &ApplyDrs::cluster), field("recommendations", &ApplyDrs::recommendations)};
};

[[nodiscard]] inline Availability availability(const ApplyDrs &operation, const model::Inventory &inventory)
{
    return drsIsOn(operation.cluster, inventory);
}

} // namespace core::operations
