// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/host/connecting.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

Task<> untilConnected(OperationContext context, HostId host, int attempt)
{
    Clock &clock = context.clock();
    const Monotonic end = clock.monotonic() + 60s;
    context.cancellable(true);
    while (clock.monotonic() < end) {
        co_await sleepFor(&clock, 50ms);
        const auto last = context.lastAttempt(host);
        const model::Host *object = context.inventory().find(host);
        if (!last || object == nullptr)
            co_return Error(errors::NotFound);
        if (object->state == model::HostState::Connected)
            co_return {};
        if (last->number >= attempt && last->problem)
            co_return *last->problem;
        if (context.cancelRequested())
            co_return Error(errors::Cancelled);
    }
    co_return Error(errors::Timeout, QJsonObject{{QStringLiteral("seconds"), 60}});
}

} // namespace core::orchestrator
