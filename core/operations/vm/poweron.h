// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/clusterrules.h"
#include "core/operations/resourcerules.h"

namespace core::operations {

/// Starts a VM that is off; one that was suspended continues where it stopped. A cluster whose DRS goes so far by itself
/// chooses the host, unless one is named.
struct PowerOnVm {
    static constexpr OperationInfo info{"vm.power-on", Privilege::VmInteractPowerOn};
    VmId vm;
    std::optional<HostId> host; ///< absent: where DRS thinks best; without DRS, where it is registered
    static constexpr auto fields = FieldList{field("vm", &PowerOnVm::vm), field("host", &PowerOnVm::host)};
};

[[nodiscard]] inline Availability availability(const PowerOnVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    if (const Availability isOff = vmIsIn({Off, Crashed, Suspended}, operation.vm, inventory); !isOff)
        return isOff;
    const model::Vm &vm = *inventory.find(operation.vm);
    // Where it stands is no obstacle when it may be started elsewhere.
    if (operation.host || vm.state == Suspended || !isPlaced(vm, inventory)) {
        if (const Availability takes = takesVms(operation.host.value_or(vm.host), inventory); !takes)
            return takes;
    }
    return startIsAdmitted(vm, inventory);
}

/// To put it on another host is more than to start it.
[[nodiscard]] inline Requirements requirements(const PowerOnVm &operation, const model::Inventory &inventory)
{
    Requirements needed{{Privilege::VmInteractPowerOn, operation.vm}};
    const model::Vm *vm = inventory.find(operation.vm);
    if (operation.host && vm != nullptr && !(vm->host == *operation.host))
        needed.push_back({Privilege::ResourceAssignVm, *operation.host});
    return needed;
}

} // namespace core::operations
