// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::CreateAlarmDefinition operation, OperationContext context)
{
    model::AlarmDefinition definition = operations::made(operation);
    definition.id = AlarmDefinitionId::random();
    context.put(std::move(definition));
    co_return {};
}

} // namespace core::orchestrator
