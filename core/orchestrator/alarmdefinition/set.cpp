// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetAlarmDefinition operation, OperationContext context)
{
    auto definition = context.copyOf(operation.definition);
    if (!definition)
        co_return definition.error();
    context.put(operations::changed(operation, *std::move(definition)));
    co_return {};
}

} // namespace core::orchestrator
