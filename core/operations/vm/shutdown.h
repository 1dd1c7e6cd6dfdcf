// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Asks the guest to shut down; done when it is off.
struct ShutDownVm {
    static constexpr OperationInfo info{"vm.shut-down", Privilege::VmInteractPowerOff};
    VmId vm;
    static constexpr auto fields = FieldList{field("vm", &ShutDownVm::vm)};
};

[[nodiscard]] inline Availability availability(const ShutDownVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    return vmIsIn({Running}, operation.vm, inventory);
}

} // namespace core::operations
