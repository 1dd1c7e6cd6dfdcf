// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::AcknowledgeAlarm operation, OperationContext context)
{
    const auto acknowledged =
        context.acknowledge(operation.alarm, operation.target(), operation.comment.value_or(QString()));
    if (!acknowledged)
        co_return acknowledged.error();
    co_return co_await context.alarmsKept();
}

} // namespace core::orchestrator
