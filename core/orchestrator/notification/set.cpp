// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetNotification operation, OperationContext context)
{
    model::NotificationSettings settings = changed(operation, context.notifications().settings());
    if (const auto sound = operations::isSound(settings); !sound)
        co_return sound.why();
    co_return co_await context.notifications().change(std::move(settings), textOf(operation.password),
                                                      textOf(operation.key));
}

} // namespace core::orchestrator
