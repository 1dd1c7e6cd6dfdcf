// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

Task<> perform(operations::ResetVm operation, OperationContext context)
{
    using enum model::PowerState;
    std::vector<model::PowerState> wanted{Running};
    return changePower(context, operation.vm, &hypervisor::Hypervisor::reset, std::move(wanted), 30s);
}

} // namespace core::orchestrator
