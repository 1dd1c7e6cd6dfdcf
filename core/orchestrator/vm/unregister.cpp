// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/deadline.h"
#include "core/orchestrator/performers.gen.h"
#include "core/orchestrator/vmhome.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr auto callLimit = 60s;

/// Beside its disks lies what it is, as it is now: from there it is registered again.
Task<> keepDefinition(OperationContext context, model::Vm vm)
{
    const VmHome home = homeOf(vm, context.inventory());
    if (home.definition.isEmpty())
        co_return {};
    const auto connection = context.hypervisorOn(vm.host);
    if (!connection)
        co_return connection.error();
    const auto definition =
        co_await withDeadline((*connection)->definition(vm.id), &context.clock(), callLimit);
    if (!definition)
        co_return definition.error();
    auto files = hypervisor::filesOf(*connection);
    co_return co_await withDeadline(hypervisor::replaceFile(files, home.definition, definition->toUtf8()),
                                    &context.clock(), callLimit);
}

} // namespace

Task<> perform(operations::UnregisterVm operation, OperationContext context)
{
    const auto vm = context.copyOf(operation.vm);
    if (!vm)
        co_return vm.error();
    const auto kept = co_await keepDefinition(context, *vm);
    if (!kept)
        co_return kept.error();
    const auto forgotten = co_await context.call(operation.vm, &hypervisor::Hypervisor::undefine);
    if (!forgotten && !forgotten.error().is(errors::NotFound))
        co_return forgotten.error();
    context.remove(operation.vm);
    co_return {};
}

} // namespace core::orchestrator
