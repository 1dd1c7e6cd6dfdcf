// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::RenameFolder operation, OperationContext context)
{
    model::Folder object = *context.inventory().find(operation.folder);
    object.name = operation.name;
    context.put(std::move(object));
    co_return {};
}

} // namespace core::orchestrator
