// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::CreateCluster operation, OperationContext context)
{
    model::Cluster made{.id = ClusterId::random(), .name = operation.name, .parent = operation.parent};
    context.put(std::move(made));
    co_return {};
}

} // namespace core::orchestrator
