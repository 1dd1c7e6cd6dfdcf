// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/cpulevel.h"
#include "core/orchestrator/performers.gen.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

Task<> perform(operations::PowerOnVm operation, OperationContext context)
{
    using enum model::PowerState;
    const auto levelled = co_await applyCpuLevel(context, operation.vm);
    if (!levelled)
        co_return levelled.error();
    std::vector<model::PowerState> wanted{Running, Paused};
    co_return co_await changePower(context, operation.vm, &hypervisor::Hypervisor::powerOn, std::move(wanted),
                                   60s);
}

} // namespace core::orchestrator
