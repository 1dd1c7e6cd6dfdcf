// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

Task<> perform(operations::SuspendVm operation, OperationContext context)
{
    using enum model::PowerState;
    std::vector<model::PowerState> wanted{operation.keepInMemory ? Paused : Suspended};
    const auto call =
        operation.keepInMemory ? &hypervisor::Hypervisor::pause : &hypervisor::Hypervisor::suspend;
    return changePower(context, operation.vm, call, std::move(wanted),
                       10min); // memory to disk takes its time
}

} // namespace core::orchestrator
