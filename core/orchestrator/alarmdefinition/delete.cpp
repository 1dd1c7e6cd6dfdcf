// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::DeleteAlarmDefinition operation, OperationContext context)
{
    context.remove(operation.definition);
    co_return {};
}

} // namespace core::orchestrator
