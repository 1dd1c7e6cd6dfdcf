// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/cpulevel.h"

#include "core/model/tree.h"

namespace core::orchestrator {

namespace {

/// Empty: it keeps the CPU that it has.
QString levelFor(VmId id, const model::Inventory &inventory)
{
    const model::Vm *vm = inventory.find(id);
    const bool isOff =
        vm != nullptr && (vm->state == model::PowerState::Off || vm->state == model::PowerState::Crashed);
    if (!isOff || !vm->persistent || vm->architecture != u"x86_64")
        return {};
    const model::Cluster *cluster = inventory.find(clusterOf(vm->host, inventory));
    return cluster != nullptr ? cluster->evcLevel : QString();
}

} // namespace

Task<> applyCpuLevel(OperationContext context, VmId vm)
{
    const QString level = levelFor(vm, context.inventory());
    if (level.isEmpty())
        co_return {};
    co_return co_await context.call(vm, &hypervisor::Hypervisor::setCpuModel, level);
}

} // namespace core::orchestrator
