// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority/authority.h"
#include "core/orchestrator/operationcontext.h"
#include "core/preparation/checks.h"

namespace core::orchestrator {

/// Asks the host's machine what it is; without a report where the core has no shell on it. `authority`: the core's own
/// certificate.
[[nodiscard]] Task<preparation::Examined> examine(OperationContext context, HostId host,
                                                  QByteArray authority);
/// Of a host that is in no inventory yet. The connection must outlive it.
[[nodiscard]] Task<preparation::Examined> examine(OperationContext context, model::Host host,
                                                  hypervisor::Hypervisor *connection, QByteArray authority);

/// The core's authority, made at its first use; `base.unsupported` where the core has no directory for it.
[[nodiscard]] Result<authority::Authority> authorityOf(const OperationContext &context);

} // namespace core::orchestrator
