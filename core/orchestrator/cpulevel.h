// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/operationcontext.h"

namespace core::orchestrator {

/// Writes the CPU level of its cluster into the definition of a VM that is off; nothing where EVC is off or the VM is
/// not of the levels' architecture. Whoever starts a VM does this first.
Task<> applyCpuLevel(OperationContext context, VmId vm);

} // namespace core::orchestrator
