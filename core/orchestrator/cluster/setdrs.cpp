// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetDrsOfCluster operation, OperationContext context)
{
    auto cluster = context.copyOf(operation.cluster);
    if (!cluster)
        co_return cluster.error();
    cluster->drsEnabled = operation.enabled.value_or(cluster->drsEnabled);
    cluster->drs.automation = operation.automation.value_or(cluster->drs.automation);
    cluster->drs.threshold = operation.threshold.value_or(cluster->drs.threshold);
    cluster->drs.powerManagement = operation.powerManagement.value_or(cluster->drs.powerManagement);
    context.put(*std::move(cluster));
    co_return {};
}

} // namespace core::orchestrator
