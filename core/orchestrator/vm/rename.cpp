// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::RenameVm operation, OperationContext context)
{
    const auto connection = context.hypervisorOf(operation.vm);
    if (!connection)
        co_return connection.error();
    const auto renamed = co_await (*connection)->rename(operation.vm, operation.name);
    if (!renamed)
        co_return renamed.error();
    const auto read = co_await context.core().readVm(operation.vm);
    if (!read)
        co_return read.error();
    if (read->name != operation.name)
        co_return Error(errors::Conflict, QStringLiteral("the host still calls it ") + read->name);
    co_return {};
}

} // namespace core::orchestrator
