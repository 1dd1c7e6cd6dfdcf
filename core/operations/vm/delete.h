// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Deletes a VM with its disks. Disks that it shares with others, and what else lies in its directory, stay.
struct DeleteVm {
    static constexpr OperationInfo info{"vm.delete", Privilege::VmInventoryDelete};
    VmId vm;
    static constexpr auto fields = FieldList{field("vm", &DeleteVm::vm)};
};

[[nodiscard]] inline Availability availability(const DeleteVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    if (const Availability off = vmIsIn({Off, Crashed}, operation.vm, inventory); !off)
        return off;
    const model::Vm &vm = *inventory.find(operation.vm);
    if (vm.hardware
        && vm.hardware->has(model::VmTrait::Snapshots)) // their files would be left, and nobody know of them
        return Error(errors::HasSnapshots, QJsonObject{{QStringLiteral("name"), vm.name}});
    return {};
}

} // namespace core::operations
