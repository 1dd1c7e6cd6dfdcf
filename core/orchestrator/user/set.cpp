// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetUser operation, OperationContext context)
{
    auto user = context.copyOf(operation.user);
    if (!user)
        co_return user.error();
    user->fullName = operation.fullName.value_or(user->fullName);
    user->email = operation.email.value_or(user->email);
    user->disabled = operation.disabled.value_or(user->disabled);
    context.put(*std::move(user));
    co_return {};
}

} // namespace core::orchestrator
