// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include "core/model/tree.h"

namespace core::orchestrator {

Task<> perform(operations::RemoveHost operation, OperationContext context)
{
    const HostId host = operation.host;
    context.disconnect(host);
    for (model::Change &change : datastoreChanges(host, {}, context.inventory()))
        context.apply(std::move(change));
    for (model::Change &change : networkChanges(host, {}, context.inventory()))
        context.apply(std::move(change));
    for (const VmId vm : vmsUnder(host, context.inventory()))
        context.remove(vm);
    context.remove(host);
    co_return {};
}

} // namespace core::orchestrator
