// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tree.h"
#include "core/operations/rules.h"

/// Rules of the operations on what a cluster decides of its VMs.
namespace core::operations {

/// It stands in a cluster; a VM or host that stands alone has none to decide for it.
[[nodiscard]] Availability isInCluster(const model::ObjectRef &object, const model::Inventory &inventory);
/// The cluster exists and DRS is on.
[[nodiscard]] Availability drsIsOn(ClusterId cluster, const model::Inventory &inventory);
/// Does its cluster choose the host when it starts?
[[nodiscard]] bool isPlaced(const model::Vm &vm, const model::Inventory &inventory);
/// The rule of the cluster that has this name; null: none.
[[nodiscard]] const model::DrsRule *findRule(const model::Cluster &cluster, const QString &name);
/// Could the cluster have this rule, instead of the one called `replaced` (empty: beside all)? A warning says that an
/// older one contradicts it: it would be kept switched off.
[[nodiscard]] Availability isSound(const model::DrsRule &rule, const model::Cluster &cluster,
                                   const QString &replaced, const model::Inventory &inventory);
/// The older rule that says the contrary; empty: none.
[[nodiscard]] QString contradictionOf(const model::DrsRule &rule, const model::Cluster &cluster,
                                      const QString &replaced, const model::Inventory &inventory);

} // namespace core::operations
