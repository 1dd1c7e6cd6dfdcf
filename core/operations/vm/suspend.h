// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Stops the VM where it is: its memory is written to disk, or kept (then it is paused).
struct SuspendVm {
    static constexpr OperationInfo info{"vm.suspend", Privilege::VmInteractSuspend};
    VmId vm;
    bool keepInMemory = false; ///< true: paused, nothing is written
    static constexpr auto fields =
        FieldList{field("vm", &SuspendVm::vm), field("keepInMemory", &SuspendVm::keepInMemory)};
};

[[nodiscard]] inline Availability availability(const SuspendVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    if (operation.keepInMemory)
        return vmIsIn({Running}, operation.vm, inventory);
    return vmIsIn({Running, Paused}, operation.vm, inventory);
}

} // namespace core::operations
