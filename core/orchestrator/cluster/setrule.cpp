// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include <algorithm>

namespace core::orchestrator {

Task<> perform(operations::SetRule operation, OperationContext context)
{
    auto cluster = context.copyOf(operation.cluster);
    if (!cluster)
        co_return cluster.error();
    const auto rule = std::ranges::find(cluster->drsRules, operation.rule, &model::DrsRule::name);
    if (rule == cluster->drsRules.end())
        co_return operations::availability(operation, context.inventory()).why();
    model::DrsRule wanted = changed(*rule, operation);
    wanted.enabled = wanted.enabled
        && operations::contradictionOf(wanted, *cluster, operation.rule, context.inventory()).isEmpty();
    *rule = std::move(wanted);
    context.put(*std::move(cluster));
    co_return {};
}

} // namespace core::orchestrator
