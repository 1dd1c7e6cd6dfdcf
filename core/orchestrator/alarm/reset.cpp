// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::ResetAlarm operation, OperationContext context)
{
    const auto ended = context.resetAlarm(operation.alarm, operation.target());
    if (!ended)
        co_return ended.error();
    co_return co_await context.alarmsKept();
}

} // namespace core::orchestrator
