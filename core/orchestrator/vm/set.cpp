// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

Task<> perform(operations::SetVm operation, OperationContext context)
{
    const auto known = context.copyOf(operation.vm);
    if (!known)
        co_return known.error();
    if (operation.name && *operation.name != known->name) {
        const auto renamed =
            co_await context.call(operation.vm, &hypervisor::Hypervisor::rename, *operation.name);
        if (!renamed)
            co_return renamed.error();
    }
    hypervisor::VmSettings settings;
    if (operation.cpuCount && *operation.cpuCount != known->cpuCount)
        settings.cpuCount = operation.cpuCount;
    if (operation.memory && *operation.memory != known->memory)
        settings.memory = operation.memory;
    if (operation.notes && *operation.notes != known->notes)
        settings.notes = operation.notes;
    if (settings != hypervisor::VmSettings()) {
        const auto changed =
            co_await context.call(operation.vm, &hypervisor::Hypervisor::configure, settings);
        if (!changed)
            co_return changed.error();
    }
    if (operation.autostart && *operation.autostart != known->autostart) {
        const auto changed =
            co_await context.call(operation.vm, &hypervisor::Hypervisor::setAutostart, *operation.autostart);
        if (!changed)
            co_return changed.error();
    }
    const auto read = co_await context.read(operation.vm);
    if (!read)
        co_return read.error();
    const bool isSo = (!operation.name || read->name == *operation.name)
        && (!operation.cpuCount || read->cpuCount == *operation.cpuCount)
        && (!operation.memory || read->memory == *operation.memory)
        && (!operation.notes || read->notes == *operation.notes)
        && (!operation.autostart || read->autostart == *operation.autostart);
    if (!isSo)
        co_return Error(errors::Conflict, u"the host says otherwise"_s);
    co_return {};
}

} // namespace core::orchestrator
