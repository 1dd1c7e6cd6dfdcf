// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/beneath.h"

#include <algorithm>
#include <array>

namespace views {

using namespace core::model;

namespace {

bool climbs(TreeView view, ObjectRef at, const ObjectRef &top, const Inventory &inventory)
{
    for (int depth = 0; depth < core::model::deepestTree; ++depth) {
        if (at == top)
            return true;
        const auto object = inventory.find(at);
        if (!object)
            return false;
        const auto parent = parentIn(view, *object, inventory);
        if (!parent || parent->isRoot())
            return false;
        at = *parent;
    }
    return false;
}

/// A VM is beneath the datastores and networks it uses.
bool uses(const Vm &vm, const ObjectRef &top)
{
    return std::ranges::any_of(vm.disks, [&](const VmDisk &disk) { return ObjectRef(disk.datastore) == top; })
        || std::ranges::any_of(vm.nics, [&](const VmNic &nic) { return ObjectRef(nic.network) == top; });
}

} // namespace

bool isBeneath(const ObjectRef &object, const ObjectRef &top, const Inventory &inventory)
{
    if (top.isRoot() || object == top)
        return true;
    if (const Vm *vm = inventory.find(object.as<core::VmId>()); vm != nullptr && uses(*vm, top))
        return true;
    static constexpr std::array views{TreeView::HostsAndClusters, TreeView::VmsAndTemplates,
                                      TreeView::Datastores, TreeView::Networks};
    return std::ranges::any_of(views, [&](TreeView view) { return climbs(view, object, top, inventory); });
}

} // namespace views
