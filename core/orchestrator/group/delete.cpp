// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::DeleteGroup operation, OperationContext context)
{
    if (const model::Group *group = context.inventory().find(operation.group)) {
        for (const PermissionId each : operations::permissionsOf(principalOf(*group), context.inventory()))
            context.remove(each);
    }
    context.remove(operation.group);
    co_return {};
}

} // namespace core::orchestrator
