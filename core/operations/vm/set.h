// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/vmrules.h"

namespace core::operations {

/// Changes what a VM is made of. Name, CPUs and memory only while it is off; notes and autostart at any time.
struct SetVm {
    static constexpr OperationInfo info{"vm.set", Privilege::VmConfigSettings};
    VmId vm;
    std::optional<QString> name;
    std::optional<int> cpuCount;
    std::optional<Bytes> memory;
    std::optional<QString> notes;
    std::optional<bool> autostart; ///< starts when its host boots
    static constexpr auto fields = FieldList{field("vm", &SetVm::vm),
                                             field("name", &SetVm::name),
                                             field("cpuCount", &SetVm::cpuCount),
                                             field("memoryBytes", &SetVm::memory),
                                             field("notes", &SetVm::notes),
                                             field("autostart", &SetVm::autostart)};
};

[[nodiscard]] inline Availability availability(const SetVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    const model::Vm *vm = inventory.find(operation.vm);
    if (vm == nullptr)
        return exists(operation.vm, inventory);
    const bool rebuilds = (operation.name && *operation.name != vm->name)
        || (operation.cpuCount && *operation.cpuCount != vm->cpuCount)
        || (operation.memory && *operation.memory != vm->memory);
    const Availability fits = rebuilds
        ? vmIsIn({Off, Crashed}, operation.vm, inventory)
        : vmIsIn({Running, Paused, Suspended, Off, Crashed}, operation.vm, inventory);
    if (!fits)
        return fits;
    if (operation.name) {
        if (auto free = nameIsFree(*operation.name, operation.vm, model::Kind::Vm, operation.vm, inventory);
            !free)
            return free;
    }
    if (operation.cpuCount) {
        if (auto cpus = cpuCountIsValid(*operation.cpuCount, vm->host, inventory); !cpus)
            return cpus;
    }
    return operation.memory ? memoryIsValid(*operation.memory) : Availability();
}

[[nodiscard]] inline Requirements requirements(const SetVm &operation, const model::Inventory &)
{
    Requirements needed;
    if (operation.name)
        needed.push_back({Privilege::VmConfigRename, operation.vm});
    if (operation.cpuCount)
        needed.push_back({Privilege::VmConfigCpuCount, operation.vm});
    if (operation.memory)
        needed.push_back({Privilege::VmConfigMemory, operation.vm});
    if (operation.notes || operation.autostart || needed.empty())
        needed.push_back({Privilege::VmConfigSettings, operation.vm});
    return needed;
}

} // namespace core::operations
