// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::RenameDatacenter operation, OperationContext context)
{
    model::Datacenter object = *context.inventory().find(operation.datacenter);
    object.name = operation.name;
    context.put(std::move(object));
    co_return {};
}

} // namespace core::orchestrator
