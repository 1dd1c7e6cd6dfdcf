// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Takes the power away at once: the guest is not asked.
struct PowerOffVm {
    static constexpr OperationInfo info{"vm.power-off", Privilege::VmInteractPowerOff};
    VmId vm;
    static constexpr auto fields = FieldList{field("vm", &PowerOffVm::vm)};
};

[[nodiscard]] inline Availability availability(const PowerOffVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    return vmIsIn({Running, Paused}, operation.vm, inventory);
}

} // namespace core::operations
