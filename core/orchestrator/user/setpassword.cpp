// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

Task<> perform(operations::SetUserPassword operation, OperationContext context)
{
    const auto passwords = context.passwords();
    if (!passwords)
        co_return passwords.error();
    const model::User *user = context.inventory().find(operation.user);
    if (user == nullptr)
        co_return Error(errors::NotFound,
                        QJsonObject{{u"what"_s, toString(model::ObjectRef(operation.user))}});
    co_return co_await (*passwords)->setPassword(*user, operation.password.text);
}

} // namespace core::orchestrator
