// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/cpulevel.h"
#include "core/orchestrator/performers.gen.h"

#include "core/model/tree.h"
#include "core/operations/vm/migrate.h"
#include "core/orchestrator/migration/cold.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

/// Where it starts: as wished, or where its cluster thinks best; where it stands when there is no better place.
Task<HostId> placed(operations::PowerOnVm operation, OperationContext context)
{
    if (operation.host)
        co_return *operation.host;
    const model::Vm &vm = *context.inventory().find(operation.vm);
    const HostId home = vm.host;
    if (vm.state == model::PowerState::Suspended || !operations::isPlaced(vm, context.inventory()))
        co_return home;
    auto placement = context.drs().placementOf(vm.id);
    if (placement.host.isNull()) {
        const auto stays = operations::takesVms(home, context.inventory());
        if (!stays)
            co_return stays.why();
        co_return home;
    }
    if (!placement.before.empty()) {
        DrsExecution::Order order{.recommendations = std::move(placement.before), .actor = context.user()};
        const ClusterId cluster = clusterOf(home, context.inventory());
        const auto room = co_await context.drs().carryOut(cluster, std::move(order), {}, {});
        if (!room)
            co_return room.error();
    }
    co_return placement.host;
}

} // namespace

Task<> perform(operations::PowerOnVm operation, OperationContext context)
{
    using enum model::PowerState;
    const auto host = co_await placed(operation, context);
    if (!host)
        co_return host.error();
    const model::Vm *vm = context.inventory().find(operation.vm);
    if (vm != nullptr && !(vm->host == *host)) {
        const operations::MigrateVm wish{.vm = operation.vm, .host = *host};
        if (const auto possible = availability(wish, context.inventory()); possible) {
            ColdMigration migration(wish, context);
            if (const auto moved = co_await migration.run(); !moved)
                co_return moved.error();
        } else if (operation.host) {
            co_return possible.why();
        }
    }
    const auto levelled = co_await applyCpuLevel(context, operation.vm);
    if (!levelled)
        co_return levelled.error();
    std::vector<model::PowerState> wanted{Running, Paused};
    co_return co_await changePower(context, operation.vm, &hypervisor::Hypervisor::powerOn, std::move(wanted),
                                   60s);
}

} // namespace core::orchestrator
