// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

Task<> perform(operations::SetRole operation, OperationContext context)
{
    const model::Role *role = context.inventory().find(operation.role);
    if (role == nullptr)
        co_return Error(errors::NotFound,
                        QJsonObject{{u"what"_s, toString(model::ObjectRef(operation.role))}});
    model::Role changed = *role;
    changed.name = operation.name.value_or(role->name);
    changed.privileges = operation.privileges.value_or(role->privileges);
    changed.privileges = access::privilegesOf(changed).list(); // each once
    context.put(std::move(changed));
    co_return {};
}

} // namespace core::orchestrator
