// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Removes a VM from the inventory and from its host; its files stay, so that it can be registered again.
struct UnregisterVm {
    static constexpr OperationInfo info{"vm.unregister", Privilege::VmInventoryUnregister};
    VmId vm;
    static constexpr auto fields = FieldList{field("vm", &UnregisterVm::vm)};
};

[[nodiscard]] inline Availability availability(const UnregisterVm &operation,
                                               const model::Inventory &inventory)
{
    using enum model::PowerState;
    return vmIsIn({Off, Crashed}, operation.vm, inventory);
}

} // namespace core::operations
