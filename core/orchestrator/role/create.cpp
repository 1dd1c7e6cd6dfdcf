// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::CreateRole operation, OperationContext context)
{
    model::Role role{.id = RoleId::random(), .name = operation.name, .privileges = operation.privileges};
    role.privileges = access::privilegesOf(role).list(); // each once
    context.put(std::move(role));
    co_return {};
}

} // namespace core::orchestrator
