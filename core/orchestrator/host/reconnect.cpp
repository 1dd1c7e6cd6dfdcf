// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include "core/orchestrator/host/connecting.h"

namespace core::orchestrator {

Task<> perform(operations::ReconnectHost operation, OperationContext context)
{
    context.phase(QStringLiteral("connecting"));
    const model::Host host = *context.inventory().find(operation.host); // connecting changes it
    const int attempt = context.reconnect(host, operation.trust, textOf(operation.secret));
    co_return co_await untilConnected(context, host.id, attempt);
}

} // namespace core::orchestrator
