// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::TakeOverCluster operation, OperationContext context)
{
    context.phase(QStringLiteral("requested"));
    co_return co_await context.takeOver(operation.cluster);
}

} // namespace core::orchestrator
