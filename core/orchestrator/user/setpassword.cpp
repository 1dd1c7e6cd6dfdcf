// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetUserPassword operation, OperationContext context)
{
    const auto passwords = context.passwords();
    if (!passwords)
        co_return passwords.error();
    auto user = context.copyOf(operation.user);
    if (!user)
        co_return user.error();
    co_return co_await (*passwords)->setPassword(*std::move(user), operation.password.text);
}

} // namespace core::orchestrator
