// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::CreatePool operation, OperationContext context)
{
    const model::Pool none{.id = PoolId::random(), .name = operation.name, .parent = operation.parent};
    auto made = changed(none, operation);
    if (!made)
        co_return made.error();
    context.put(*std::move(made));
    co_return {};
}

} // namespace core::orchestrator
