// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

Task<> perform(operations::SetUser operation, OperationContext context)
{
    const model::User *user = context.inventory().find(operation.user);
    if (user == nullptr)
        co_return Error(errors::NotFound,
                        QJsonObject{{u"what"_s, toString(model::ObjectRef(operation.user))}});
    model::User changed = *user;
    changed.fullName = operation.fullName.value_or(user->fullName);
    changed.email = operation.email.value_or(user->email);
    changed.disabled = operation.disabled.value_or(user->disabled);
    context.put(std::move(changed));
    co_return {};
}

} // namespace core::orchestrator
