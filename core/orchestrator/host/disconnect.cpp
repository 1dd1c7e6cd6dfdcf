// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::DisconnectHost operation, OperationContext context)
{
    context.disconnect(operation.host);
    co_return {};
}

} // namespace core::orchestrator
