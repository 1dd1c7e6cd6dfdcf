// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetPermission operation, OperationContext context)
{
    auto permission = context.copyOf(operation.permission);
    if (!permission)
        co_return permission.error();
    permission->role = operation.role.value_or(permission->role);
    permission->propagate = operation.propagate.value_or(permission->propagate);
    context.put(*std::move(permission));
    co_return {};
}

} // namespace core::orchestrator
