// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/operationcontext.h"

namespace core::orchestrator {

/// Waits until the watch of the host has connected, or has failed in the attempt of that number or a later one: then
/// with its reason, which the client may have to answer (a fingerprint, a password).
Task<> untilConnected(OperationContext context, HostId host, int attempt);

} // namespace core::orchestrator
