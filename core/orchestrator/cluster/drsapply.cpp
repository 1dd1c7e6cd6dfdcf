// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::ApplyDrs operation, OperationContext context)
{
    context.phase(QStringLiteral("drs.moving"));
    std::function<void(double)> progress = [context](double ratio) { context.progress(ratio); };
    co_return co_await context.drs().apply(operation.cluster, operation.recommendations, context.user(),
                                           std::move(progress));
}

} // namespace core::orchestrator
