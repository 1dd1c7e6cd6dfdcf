// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

Task<> perform(operations::SetPermission operation, OperationContext context)
{
    const model::Permission *permission = context.inventory().find(operation.permission);
    if (permission == nullptr)
        co_return Error(errors::NotFound,
                        QJsonObject{{u"what"_s, toString(model::ObjectRef(operation.permission))}});
    model::Permission changed = *permission;
    changed.role = operation.role.value_or(permission->role);
    changed.propagate = operation.propagate.value_or(permission->propagate);
    context.put(std::move(changed));
    co_return {};
}

} // namespace core::orchestrator
