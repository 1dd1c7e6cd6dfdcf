// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/vm/migrate.h"

#include "core/orchestrator/migration/cold.h"
#include "core/orchestrator/migration/live.h"
#include "core/orchestrator/performers.gen.h"

#include <algorithm>

namespace core::orchestrator {

namespace {

/// One that is carried on is of the kind that it was begun as, whatever the VM does now.
bool isLive(const operations::MigrateVm &operation, const OperationContext &context)
{
    const auto earlier = context.earlierSteps();
    if (!earlier.empty())
        return std::ranges::any_of(earlier, [](const model::TaskStep &step) {
            return step.code == QLatin1StringView("migration.memory-copied");
        });
    const model::PowerState state = context.inventory().find(operation.vm)->state;
    return state == model::PowerState::Running || state == model::PowerState::Paused;
}

} // namespace

Task<> perform(operations::MigrateVm operation, OperationContext context)
{
    if (const auto there = operations::exists(operation.vm, context.inventory()); !there)
        co_return there.why();
    if (const auto there = operations::exists(operation.host, context.inventory()); !there)
        co_return there.why();
    if (isLive(operation, context)) {
        LiveMigration migration(operation, context);
        co_return co_await migration.run();
    }
    ColdMigration migration(operation, context);
    co_return co_await migration.run();
}

} // namespace core::orchestrator
