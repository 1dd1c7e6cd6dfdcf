// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::DeleteCluster operation, OperationContext context)
{
    context.remove(operation.cluster);
    co_return {};
}

} // namespace core::orchestrator
