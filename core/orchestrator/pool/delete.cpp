// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

namespace {

/// A pool that is put beside others must not have the name of one of them.
QString freeName(const QString &name, const model::ObjectRef &parent, const model::Inventory &inventory)
{
    QString free = name;
    for (int number = 2; !operations::nameIsFree(free, parent, model::Kind::Pool, std::nullopt, inventory);
         ++number)
        free = name.left(70) + QStringLiteral(" (%1)").arg(number);
    return free;
}

} // namespace

Task<> perform(operations::DeletePool operation, OperationContext context)
{
    const auto gone = context.copyOf(operation.pool);
    if (!gone)
        co_return gone.error();
    std::vector<model::Pool> pools; // the inventory changes meanwhile
    for (const auto &pool : context.inventory().all<model::Pool>()) {
        if (pool->parent == model::ObjectRef(gone->id))
            pools.push_back(*pool);
    }
    std::vector<model::Vm> vms;
    for (const auto &vm : context.inventory().all<model::Vm>()) {
        if (vm->pool == gone->id)
            vms.push_back(*vm);
    }
    const PoolId above = gone->parent.as<PoolId>();
    for (model::Vm &vm : vms) {
        vm.pool = above.isNull() ? std::nullopt : std::optional(above);
        context.put(std::move(vm));
    }
    context.remove(gone->id);
    for (model::Pool &pool : pools) {
        pool.name = freeName(pool.name, gone->parent, context.inventory());
        pool.parent = gone->parent;
        context.put(std::move(pool));
    }
    co_return {};
}

} // namespace core::orchestrator
