// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::MoveVmToPool operation, OperationContext context)
{
    auto vm = context.copyOf(operation.vm);
    if (!vm)
        co_return vm.error();
    vm->pool = operation.pool;
    context.put(*std::move(vm));
    co_return {};
}

} // namespace core::orchestrator
