// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Asks the guest to restart.
struct RebootVm {
    static constexpr OperationInfo info{"vm.reboot", Privilege::VmInteractReset};
    VmId vm;
    static constexpr auto fields = FieldList{field("vm", &RebootVm::vm)};
};

[[nodiscard]] inline Availability availability(const RebootVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    return vmIsIn({Running}, operation.vm, inventory);
}

} // namespace core::operations
