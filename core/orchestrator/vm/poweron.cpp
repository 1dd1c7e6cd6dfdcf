// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

Task<> perform(operations::PowerOnVm operation, OperationContext context)
{
    using enum model::PowerState;
    std::vector<model::PowerState> wanted{Running, Paused};
    return changePower(context, operation.vm, &hypervisor::Hypervisor::powerOn, std::move(wanted), 60s);
}

} // namespace core::orchestrator
