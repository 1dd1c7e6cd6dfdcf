// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::CreateFolder operation, OperationContext context)
{
    model::Folder made{.id = FolderId::random(),
                       .name = operation.name,
                       .contents = operation.contents,
                       .parent = operation.parent};
    context.put(std::move(made));
    co_return {};
}

} // namespace core::orchestrator
