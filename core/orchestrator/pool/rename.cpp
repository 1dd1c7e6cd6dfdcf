// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::RenamePool operation, OperationContext context)
{
    auto pool = context.copyOf(operation.pool);
    if (!pool)
        co_return pool.error();
    pool->name = operation.name;
    context.put(*std::move(pool));
    co_return {};
}

} // namespace core::orchestrator
