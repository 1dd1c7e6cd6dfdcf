// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Gives the VM another name; libvirt can do so only while it is off.
struct RenameVm {
    static constexpr OperationInfo info{"vm.rename", Privilege::VmConfigRename};
    VmId vm;
    QString name;
    static constexpr auto fields = FieldList{field("vm", &RenameVm::vm), field("name", &RenameVm::name)};
};

[[nodiscard]] inline Availability availability(const RenameVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    if (const Availability off = vmIsIn({Off, Crashed}, operation.vm, inventory); !off)
        return off;
    if (operation.name.isEmpty()) // asked before the name is known: may it be renamed at all?
        return {};
    return nameIsFree(operation.name, operation.vm, model::Kind::Vm, operation.vm, inventory);
}

} // namespace core::operations
