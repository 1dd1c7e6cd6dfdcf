// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::RenameVm operation, OperationContext context)
{
    const auto renamed = co_await context.call(operation.vm, &hypervisor::Hypervisor::rename, operation.name);
    if (!renamed)
        co_return renamed.error();
    const auto read = co_await context.read(operation.vm);
    if (!read)
        co_return read.error();
    if (read->name != operation.name)
        co_return Error(errors::Conflict, QStringLiteral("the host still calls it ") + read->name);
    co_return {};
}

} // namespace core::orchestrator
