// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::RenameCluster operation, OperationContext context)
{
    model::Cluster object = *context.inventory().find(operation.cluster);
    object.name = operation.name;
    context.put(std::move(object));
    co_return {};
}

} // namespace core::orchestrator
