// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tree.h"

#include "core/base/overloaded.h"

#include <algorithm>

namespace core::model {

namespace {

using DatacenterPtr = std::shared_ptr<const Datacenter>;
using FolderPtr = std::shared_ptr<const Folder>;
using ClusterPtr = std::shared_ptr<const Cluster>;
using HostPtr = std::shared_ptr<const Host>;
using PoolPtr = std::shared_ptr<const Pool>;
using VmPtr = std::shared_ptr<const Vm>;
using DatastorePtr = std::shared_ptr<const Datastore>;
using NetworkPtr = std::shared_ptr<const Network>;

} // namespace

ObjectRef locationOf(const Object &object)
{
    return std::visit(
        Overloaded{
            [](const DatacenterPtr &dc) { return dc->folder.value_or(ObjectRef()); },
            [](const FolderPtr &folder) { return folder->parent; },
            [](const ClusterPtr &cluster) { return cluster->parent; },
            [](const HostPtr &host) { return host->parent; },
            [](const PoolPtr &pool) { return pool->parent; },
            [](const VmPtr &vm) { return vm->pool ? ObjectRef(*vm->pool) : ObjectRef(vm->host); },
            [](const DatastorePtr &datastore) { return datastore->parent; },
            [](const NetworkPtr &network) { return network->parent; },
            [](const auto &administrative) {
                if constexpr (requires { administrative->object; })
                    return administrative->object; // a permission, an alarm's definition
                else
                    return ObjectRef();
            },
        },
        object);
}

namespace {

template <class Visit>
void forEachAncestor(const ObjectRef &ref, const Inventory &inventory, Visit &&visit)
{
    ObjectRef at = ref;
    for (int depth = 0; depth < deepestTree && !at.isRoot(); ++depth) {
        if (!visit(at))
            return;
        const auto object = inventory.find(at);
        if (!object)
            return;
        at = locationOf(*object);
    }
}

FolderKind contentsOf(TreeView view)
{
    switch (view) {
    case TreeView::HostsAndClusters: return FolderKind::Host;
    case TreeView::VmsAndTemplates: return FolderKind::Vm;
    case TreeView::Datastores: return FolderKind::Datastore;
    case TreeView::Networks: return FolderKind::Network;
    }
    Q_UNREACHABLE();
}

ObjectRef vmFolder(const Vm &vm, const Inventory &inventory)
{
    if (vm.folder && inventory.find(*vm.folder))
        return *vm.folder;
    const DatacenterId datacenter = datacenterOf(vm.host, inventory);
    return datacenter.isNull() ? ObjectRef() : ObjectRef(datacenter);
}

std::optional<ObjectRef> rawParent(TreeView view, const Object &object, const Inventory &inventory)
{
    if (!isInfrastructure(refOf(object).kind))
        return std::nullopt;
    const ObjectRef location = locationOf(object);
    return std::visit(Overloaded{
                          [&](const DatacenterPtr &) -> std::optional<ObjectRef> { return location; },
                          [&](const FolderPtr &folder) -> std::optional<ObjectRef> {
                              if (folder->contents != contentsOf(view))
                                  return std::nullopt;
                              return location;
                          },
                          [&](const VmPtr &vm) -> std::optional<ObjectRef> {
                              if (view == TreeView::VmsAndTemplates)
                                  return vmFolder(*vm, inventory);
                              if (view != TreeView::HostsAndClusters || vm->isTemplate)
                                  return std::nullopt;
                              return location;
                          },
                          [&](const DatastorePtr &) -> std::optional<ObjectRef> {
                              return view == TreeView::Datastores ? std::optional(location) : std::nullopt;
                          },
                          [&](const NetworkPtr &) -> std::optional<ObjectRef> {
                              return view == TreeView::Networks ? std::optional(location) : std::nullopt;
                          },
                          [&](const auto &) -> std::optional<ObjectRef> { // cluster, host, pool
                              return view == TreeView::HostsAndClusters ? std::optional(location)
                                                                        : std::nullopt;
                          },
                      },
                      object);
}

} // namespace

std::optional<ObjectRef> parentIn(TreeView view, const Object &object, const Inventory &inventory)
{
    auto parent = rawParent(view, object, inventory);
    if (!parent || parent->isRoot() || inventory.contains(*parent))
        return parent;
    if (const auto *vm = std::get_if<VmPtr>(&object); vm && inventory.find((*vm)->host))
        return ObjectRef((*vm)->host); // its pool is not known
    return ObjectRef();
}

DatacenterId datacenterOf(const ObjectRef &ref, const Inventory &inventory)
{
    DatacenterId found;
    forEachAncestor(ref, inventory, [&](const ObjectRef &at) {
        found = at.as<DatacenterId>();
        return found.isNull();
    });
    return found;
}

ClusterId clusterOf(const ObjectRef &ref, const Inventory &inventory)
{
    ObjectRef start = ref;
    if (const Vm *vm = inventory.find(ref.as<VmId>()))
        start = vm->host; // the pool may be missing, the host is its home
    ClusterId found;
    forEachAncestor(start, inventory, [&](const ObjectRef &at) {
        found = at.as<ClusterId>();
        return found.isNull();
    });
    return found;
}

std::vector<HostId> hostsUnder(const ObjectRef &ref, const Inventory &inventory)
{
    std::vector<HostId> hosts;
    if (const Vm *vm = inventory.find(ref.as<VmId>()))
        return {vm->host};
    if (const Datastore *datastore = inventory.find(ref.as<DatastoreId>()))
        return datastore->hosts;
    if (const Network *network = inventory.find(ref.as<NetworkId>()))
        return network->hosts;
    for (const auto &host : inventory.all<Host>()) {
        bool below = ref.isRoot();
        forEachAncestor(host->id, inventory, [&](const ObjectRef &at) {
            below = below || at == ref;
            return !below;
        });
        if (below)
            hosts.push_back(host->id);
    }
    return hosts;
}

bool isUnder(const Vm &vm, const ObjectRef &ref, const Inventory &inventory)
{
    switch (ref.kind) {
    case Kind::Root: return true;
    case Kind::Vm: return ObjectRef(vm.id) == ref;
    case Kind::Host: return ObjectRef(vm.host) == ref;
    case Kind::Datastore:
        return std::ranges::any_of(vm.disks, [&](const VmDisk &d) { return ObjectRef(d.datastore) == ref; });
    case Kind::Network:
        return std::ranges::any_of(vm.nics, [&](const VmNic &nic) { return ObjectRef(nic.network) == ref; });
    case Kind::Datacenter:
    case Kind::Folder:
    case Kind::Cluster:
    case Kind::Pool: break;
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: return false;
    }
    bool below = false;
    const auto look = [&](const ObjectRef &at) {
        below = below || at == ref;
        return !below;
    };
    if (ref.kind == Kind::Folder)
        forEachAncestor(vm.folder ? ObjectRef(*vm.folder) : ObjectRef(), inventory, look);
    if (!below && (ref.kind != Kind::Folder || !vm.folder))
        forEachAncestor(vm.pool ? ObjectRef(*vm.pool) : ObjectRef(vm.host), inventory, look);
    if (!below && ref.kind != Kind::Pool)
        forEachAncestor(vm.host, inventory, look);
    return below;
}

std::vector<VmId> vmsUnder(const ObjectRef &ref, const Inventory &inventory)
{
    std::vector<VmId> vms;
    for (const auto &vm : inventory.all<Vm>()) {
        if (isUnder(*vm, ref, inventory))
            vms.push_back(vm->id);
    }
    return vms;
}

} // namespace core::model
