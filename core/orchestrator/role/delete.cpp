// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::DeleteRole operation, OperationContext context)
{
    context.remove(operation.role);
    co_return {};
}

} // namespace core::orchestrator
