// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::TestNotification operation, OperationContext context)
{
    const model::AlarmAction action{.channel = operation.channel, .target = operation.target};
    if (const auto sound = operations::isSound(action); !sound)
        co_return sound.why();
    context.phase(QStringLiteral("sending"));
    co_return co_await context.tryOut(action);
}

} // namespace core::orchestrator
