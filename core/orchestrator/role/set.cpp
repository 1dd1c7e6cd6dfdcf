// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetRole operation, OperationContext context)
{
    auto role = context.copyOf(operation.role);
    if (!role)
        co_return role.error();
    role->name = operation.name.value_or(role->name);
    role->privileges = operation.privileges.value_or(role->privileges);
    role->privileges = access::privilegesOf(*role).list(); // each once
    context.put(*std::move(role));
    co_return {};
}

} // namespace core::orchestrator
