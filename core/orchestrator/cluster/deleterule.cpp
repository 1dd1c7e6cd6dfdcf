// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::DeleteRule operation, OperationContext context)
{
    auto cluster = context.copyOf(operation.cluster);
    if (!cluster)
        co_return cluster.error();
    std::erase_if(cluster->drsRules, [&](const model::DrsRule &rule) { return rule.name == operation.rule; });
    context.put(*std::move(cluster));
    co_return {};
}

} // namespace core::orchestrator
