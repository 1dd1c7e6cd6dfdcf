// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::AddRule operation, OperationContext context)
{
    auto cluster = context.copyOf(operation.cluster);
    if (!cluster)
        co_return cluster.error();
    model::DrsRule rule = made(operation, context.clock().now());
    rule.enabled = operations::contradictionOf(rule, *cluster, {}, context.inventory()).isEmpty();
    cluster->drsRules.push_back(std::move(rule));
    context.put(*std::move(cluster));
    co_return {};
}

} // namespace core::orchestrator
