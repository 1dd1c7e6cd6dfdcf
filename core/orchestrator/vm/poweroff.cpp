// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

Task<> perform(operations::PowerOffVm operation, OperationContext context)
{
    using enum model::PowerState;
    std::vector<model::PowerState> wanted{Off, Crashed};
    return changePower(context, operation.vm, &hypervisor::Hypervisor::powerOff, std::move(wanted), 30s);
}

} // namespace core::orchestrator
