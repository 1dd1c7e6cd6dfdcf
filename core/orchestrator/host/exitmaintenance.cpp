// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

/// A task that is emptying the host sees it and ends.
Task<> perform(operations::ExitMaintenance operation, OperationContext context)
{
    auto host = context.copyOf(operation.host);
    if (!host)
        co_return host.error();
    host->maintenance = model::Maintenance::None;
    context.put(*std::move(host));
    co_return {};
}

} // namespace core::orchestrator
