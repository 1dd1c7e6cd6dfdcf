// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::RunDrs operation, OperationContext context)
{
    context.phase(QStringLiteral("drs.deciding"));
    co_return co_await context.drs().run(operation.cluster, context.user());
}

} // namespace core::orchestrator
