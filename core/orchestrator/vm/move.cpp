// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::MoveVm operation, OperationContext context)
{
    model::Vm vm = *context.inventory().find(operation.vm);
    vm.folder = operation.folder;
    context.put(std::move(vm));
    co_return {};
}

} // namespace core::orchestrator
