// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/clusterrules.h"

namespace core::operations {

/// Looks at the cluster now instead of at the next minute, whatever has been waited for. A fully automated cluster then
/// moves what it finds.
struct RunDrs {
    static constexpr OperationInfo info{"cluster.drs-run", Privilege::ResourceApply};
    ClusterId cluster;
    static constexpr auto fields = FieldList{field("cluster", &RunDrs::cluster)};
};

[[nodiscard]] inline Availability availability(const RunDrs &operation, const model::Inventory &inventory)
{
    return drsIsOn(operation.cluster, inventory);
}

} // namespace core::operations
