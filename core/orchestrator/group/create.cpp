// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::CreateGroup operation, OperationContext context)
{
    context.put(model::Group{.id = GroupId::random(),
                             .name = operation.name,
                             .notes = operation.notes.value_or(QString()),
                             .members = operation.members});
    co_return {};
}

} // namespace core::orchestrator
