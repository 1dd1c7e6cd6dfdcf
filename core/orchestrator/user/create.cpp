// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

/// The password first: a user without one would be there and could not sign in.
Task<> perform(operations::CreateUser operation, OperationContext context)
{
    const auto passwords = context.passwords();
    if (!passwords)
        co_return passwords.error();
    const model::User user{.id = UserId::random(),
                           .name = operation.name,
                           .fullName = operation.fullName.value_or(QString()),
                           .email = operation.email.value_or(QString())};
    const auto kept = co_await (*passwords)->setPassword(user, operation.password.text);
    if (!kept)
        co_return kept.error();
    context.put(user);
    co_return {};
}

} // namespace core::orchestrator
