// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

namespace core::model {

/// The four views of the console: trees over the same objects.
enum class TreeView { HostsAndClusters, VmsAndTemplates, Datastores, Networks };

/// The parent that the object itself names, whatever the view: of a VM its pool or host.
[[nodiscard]] ObjectRef locationOf(const Object &object);
/// Where an object hangs in a view; absent: the view does not show it. A parent that the inventory does not
/// know (yet) is replaced by the nearest one that it does, at last the root.
[[nodiscard]] std::optional<ObjectRef> parentIn(TreeView view, const Object &object,
                                                const Inventory &inventory);

/// The datacenter above an object; null when there is none.
[[nodiscard]] DatacenterId datacenterOf(const ObjectRef &ref, const Inventory &inventory);
/// The cluster of a host or VM; null when it stands alone.
[[nodiscard]] ClusterId clusterOf(const ObjectRef &ref, const Inventory &inventory);
/// The VMs of an object: of a host, cluster, pool, folder, datacenter, datastore, network or the root, with all
/// that lies beneath; of a VM, itself.
[[nodiscard]] std::vector<VmId> vmsUnder(const ObjectRef &ref, const Inventory &inventory);
/// Is the VM one of those?
[[nodiscard]] bool isUnder(const Vm &vm, const ObjectRef &ref, const Inventory &inventory);
/// The hosts of an object, likewise; of a VM, its host.
[[nodiscard]] std::vector<HostId> hostsUnder(const ObjectRef &ref, const Inventory &inventory);

} // namespace core::model
