// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {
constexpr auto guestLimit = 5min; ///< after that the guest will not follow: the user decides what next
}

Task<> perform(operations::ShutDownVm operation, OperationContext context)
{
    using enum model::PowerState;
    const auto asked = co_await context.call(operation.vm, &hypervisor::Hypervisor::shutDown);
    if (!asked)
        co_return asked.error();
    context.phase(QStringLiteral("waiting-for-guest"));
    context.cancellable(true); // stops waiting; the guest may follow all the same
    std::vector<model::PowerState> wanted{Off, Crashed};
    co_return co_await settle(context, operation.vm, std::move(wanted), guestLimit);
}

} // namespace core::orchestrator
