// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/vm/migrate.h"

#include "core/migration/errors.h"
#include "core/orchestrator/migration/cold.h"
#include "core/orchestrator/migration/live.h"
#include "core/orchestrator/migration/mirror.h"
#include "core/orchestrator/performers.gen.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::orchestrator {

namespace {

enum class Way { Live, Mirror, Cold };

/// One that is carried on is of the kind that it was begun as, whatever the VM does now.
Way wayOf(const operations::MigrateVm &operation, const OperationContext &context)
{
    const auto earlier = context.earlierSteps();
    const auto had = [&](QLatin1StringView code) {
        return std::ranges::find(earlier, code, &model::TaskStep::code) != earlier.end();
    };
    if (!earlier.empty()) {
        if (had("migration.memory-copied"_L1))
            return Way::Live;
        return had("migration.disks-mirrored"_L1) ? Way::Mirror : Way::Cold;
    }
    const model::Vm &vm = *context.inventory().find(operation.vm);
    if (vm.state != model::PowerState::Running && vm.state != model::PowerState::Paused)
        return Way::Cold;
    return operation.host && !(*operation.host == vm.host) ? Way::Live : Way::Mirror;
}

} // namespace

Task<> perform(operations::MigrateVm operation, OperationContext context)
{
    if (const auto there = operations::exists(operation.vm, context.inventory()); !there)
        co_return there.why();
    if (!operation.hasDestination())
        co_return Error(migration::errors::NoDestination,
                        QJsonObject{{u"vm"_s, context.inventory().nameOf(operation.vm)}});
    if (operation.host) {
        if (const auto there = operations::exists(*operation.host, context.inventory()); !there)
            co_return there.why();
    }
    switch (wayOf(operation, context)) {
    case Way::Live: {
        LiveMigration migration(operation, context);
        co_return co_await migration.run();
    }
    case Way::Mirror: {
        MirrorMigration migration(operation, context);
        co_return co_await migration.run();
    }
    case Way::Cold: {
        ColdMigration migration(operation, context);
        co_return co_await migration.run();
    }
    }
    Q_UNREACHABLE();
}

} // namespace core::orchestrator
