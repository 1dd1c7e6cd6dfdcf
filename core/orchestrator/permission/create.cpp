// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::CreatePermission operation, OperationContext context)
{
    context.put(model::Permission{.id = PermissionId::random(),
                                  .object = operation.object,
                                  .principal = operation.principal,
                                  .isGroup = operation.isGroup,
                                  .role = operation.role,
                                  .propagate = operation.propagate.value_or(true)});
    co_return {};
}

} // namespace core::orchestrator
