// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

Task<> perform(operations::SetUserPassword operation, OperationContext context)
{
    const auto passwords = context.passwords();
    if (!passwords)
        co_return passwords.error();
    co_return co_await (*passwords)->setPassword(operation.user, operation.password.text);
}

} // namespace core::orchestrator
