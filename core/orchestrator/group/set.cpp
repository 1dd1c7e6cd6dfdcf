// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::SetGroup operation, OperationContext context)
{
    auto group = context.copyOf(operation.group);
    if (!group)
        co_return group.error();
    group->members = operation.members.value_or(group->members);
    group->notes = operation.notes.value_or(group->notes);
    context.put(*std::move(group));
    co_return {};
}

} // namespace core::orchestrator
