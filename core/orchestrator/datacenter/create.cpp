// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

Task<> perform(operations::CreateDatacenter operation, OperationContext context)
{
    model::Datacenter made{.id = DatacenterId::random(), .name = operation.name};
    context.put(std::move(made));
    co_return {};
}

} // namespace core::orchestrator
