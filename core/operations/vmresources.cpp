// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/vm/movetopool.h"
#include "core/operations/vm/setresources.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

bool isAtWork(const model::Vm &vm)
{
    return vm.state == model::PowerState::Running || vm.state == model::PowerState::Paused;
}

/// The pools with the VM's own promise taken back.
resources::ClusterPools poolsWithout(const model::Vm &vm, const model::Inventory &inventory)
{
    auto pools = resources::poolsOf(resources::rootOf(vm.id, inventory), inventory);
    const auto at = std::ranges::find(pools.vms, vm.id);
    if (at != pools.vms.end()) {
        const auto index = static_cast<size_t>(at - pools.vms.begin());
        pools.cpu.members[index].reservation = 0;
        pools.memory.members[index].reservation = 0;
    }
    return pools;
}

} // namespace

Result<model::VmResources> changed(model::VmResources resources, const SetResourcesOfVm &wish)
{
    const auto cpu = changed(resources.cpu, {wish.cpuReservation, wish.cpuLimit, wish.cpuShares});
    if (!cpu)
        return cpu.error();
    const auto memory =
        changed(resources.memory, {wish.memoryReservation, wish.memoryLimit, wish.memoryShares});
    if (!memory)
        return memory.error();
    return model::VmResources{*cpu, *memory};
}

Availability availability(const SetResourcesOfVm &operation, const model::Inventory &inventory)
{
    const model::Vm *vm = inventory.find(operation.vm);
    if (vm == nullptr)
        return exists(operation.vm, inventory);
    const auto wanted = changed(vm->resources.value_or(model::VmResources()), operation);
    if (!wanted)
        return wanted.error();
    if (const Availability sound = isSound(vm->name, wanted->cpu, wanted->memory); !sound)
        return sound;
    if (wanted->memory.reservation > vm->memory)
        return Error(errors::ReservationOverMemory, QJsonObject{{u"name"_s, vm->name}});
    if (!isAtWork(*vm) || !(operation.cpuReservation || operation.memoryReservation))
        return {};
    return isAdmitted(vm->name, poolsWithout(*vm, inventory), vm->pool,
                      {wanted->cpu.reservation, wanted->memory.reservation}, inventory);
}

Availability availability(const MoveVmToPool &operation, const model::Inventory &inventory)
{
    const model::Vm *vm = inventory.find(operation.vm);
    if (vm == nullptr)
        return exists(operation.vm, inventory);
    const model::ObjectRef root = resources::rootOf(vm->id, inventory);
    if (operation.pool) {
        const model::Pool *pool = inventory.find(*operation.pool);
        if (pool == nullptr)
            return exists(*operation.pool, inventory);
        if (!(resources::rootOf(pool->id, inventory) == root))
            return Error(errors::OtherCluster, QJsonObject{{u"name"_s, vm->name}, {u"other"_s, pool->name}});
    }
    if (!isAtWork(*vm) || !vm->resources)
        return {};
    return isAdmitted(vm->name, poolsWithout(*vm, inventory), operation.pool,
                      {vm->resources->cpu.reservation, vm->resources->memory.reservation}, inventory);
}

Requirements requirements(const MoveVmToPool &operation, const model::Inventory &inventory)
{
    const model::ObjectRef to =
        operation.pool ? model::ObjectRef(*operation.pool) : resources::rootOf(operation.vm, inventory);
    return {{Privilege::ResourceAssignVm, operation.vm}, {Privilege::ResourceAssignVm, to}};
}

} // namespace core::operations
