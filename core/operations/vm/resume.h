// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Continues a VM that is paused or suspended.
struct ResumeVm {
    static constexpr OperationInfo info{"vm.resume", Privilege::VmInteractPowerOn};
    VmId vm;
    static constexpr auto fields = FieldList{field("vm", &ResumeVm::vm)};
};

[[nodiscard]] inline Availability availability(const ResumeVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    return vmIsIn({Paused, Suspended}, operation.vm, inventory);
}

} // namespace core::operations
