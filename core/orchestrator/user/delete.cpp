// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

/// The permissions first: should the core die in between, what is left may nothing.
Task<> perform(operations::DeleteUser operation, OperationContext context)
{
    const model::Inventory before = context.inventory();
    const model::User *user = before.find(operation.user);
    if (user == nullptr)
        co_return {};
    for (const PermissionId each : operations::permissionsOf(principalOf(*user), before))
        context.remove(each);
    for (const auto &group : before.all<model::Group>()) {
        model::Group changed = *group;
        if (std::erase(changed.members, operation.user) > 0)
            context.put(std::move(changed));
    }
    context.remove(operation.user);
    const auto passwords = context.passwords();
    if (!passwords)
        co_return {}; // there was none to forget
    co_return co_await (*passwords)->forget(operation.user);
}

} // namespace core::orchestrator
