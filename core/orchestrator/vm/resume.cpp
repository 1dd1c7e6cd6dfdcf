// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

Task<> perform(operations::ResumeVm operation, OperationContext context)
{
    using enum model::PowerState;
    const model::Vm *vm = context.inventory().find(operation.vm);
    const bool onDisk = vm != nullptr && vm->state == Suspended;
    const auto call = onDisk ? &hypervisor::Hypervisor::powerOn : &hypervisor::Hypervisor::resume;
    std::vector<model::PowerState> wanted{Running};
    return changePower(context, operation.vm, call, std::move(wanted), 10min);
}

} // namespace core::orchestrator
