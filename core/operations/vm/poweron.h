// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Starts a VM that is off; one that was suspended continues where it stopped.
struct PowerOnVm {
    static constexpr OperationInfo info{"vm.power-on", Privilege::VmInteractPowerOn};
    VmId vm;
    static constexpr auto fields = std::tuple{field("vm", &PowerOnVm::vm)};
};

[[nodiscard]] inline Availability availability(const PowerOnVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    return vmIsIn({Off, Crashed, Suspended}, operation.vm, inventory);
}

} // namespace core::operations
