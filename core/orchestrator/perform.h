// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"
#include "core/orchestrator/operationcontext.h"

namespace core::orchestrator {

/// Finds the handler of a request and hands it the operation with its types.
Task<> performRequest(operations::OperationRequest request, OperationContext context);

} // namespace core::orchestrator
