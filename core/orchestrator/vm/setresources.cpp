// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetResourcesOfVm operation, OperationContext context)
{
    auto vm = context.copyOf(operation.vm);
    if (!vm)
        co_return vm.error();
    const auto wanted = changed(vm->resources.value_or(model::VmResources()), operation);
    if (!wanted)
        co_return wanted.error();
    vm->resources = *wanted == model::VmResources() ? std::nullopt : std::optional(*wanted);
    context.put(*std::move(vm));
    co_return {};
}

} // namespace core::orchestrator
