// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetPool operation, OperationContext context)
{
    const auto known = context.copyOf(operation.pool);
    if (!known)
        co_return known.error();
    auto made = changed(*known, operation);
    if (!made)
        co_return made.error();
    made->name = operation.name.value_or(made->name);
    context.put(*std::move(made));
    co_return {};
}

} // namespace core::orchestrator
