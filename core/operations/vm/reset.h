// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Restarts the VM at once, like its reset button.
struct ResetVm {
    static constexpr OperationInfo info{"vm.reset", Privilege::VmInteractReset};
    VmId vm;
    static constexpr auto fields = FieldList{field("vm", &ResetVm::vm)};
};

[[nodiscard]] inline Availability availability(const ResetVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    return vmIsIn({Running, Paused}, operation.vm, inventory);
}

} // namespace core::operations
