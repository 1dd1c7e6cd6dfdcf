// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include "core/orchestrator/host/connecting.h"

namespace core::orchestrator {

Task<> perform(operations::ReconnectHost operation, OperationContext context)
{
    context.phase(QStringLiteral("connecting"));
    const model::Host *host = context.inventory().find(operation.host);
    HostWatch *watch = context.core().watch(operation.host);
    int attempt = 1;
    if (watch != nullptr) {
        attempt = watch->retryNow(operation.trust, textOf(operation.secret));
    } else {
        hypervisor::Endpoint endpoint = context.core().endpointOf(*host);
        endpoint.trust = operation.trust;
        endpoint.secret = textOf(operation.secret);
        context.core().addWatch(*host, std::move(endpoint));
    }
    co_return co_await untilConnected(context, operation.host, attempt);
}

} // namespace core::orchestrator
