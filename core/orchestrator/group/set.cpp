// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

Task<> perform(operations::SetGroup operation, OperationContext context)
{
    const model::Group *group = context.inventory().find(operation.group);
    if (group == nullptr)
        co_return Error(errors::NotFound,
                        QJsonObject{{u"what"_s, toString(model::ObjectRef(operation.group))}});
    model::Group changed = *group;
    changed.members = operation.members.value_or(group->members);
    changed.notes = operation.notes.value_or(group->notes);
    context.put(std::move(changed));
    co_return {};
}

} // namespace core::orchestrator
