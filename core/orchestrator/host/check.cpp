// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include "core/orchestrator/host/examining.h"

namespace core::orchestrator {

Task<> perform(operations::CheckHost operation, OperationContext context)
{
    context.phase(QStringLiteral("examining"));
    const auto authority = authorityOf(context);
    const QByteArray ours = authority ? authority->certificate() : QByteArray();
    const auto examined = co_await examine(context, operation.host, ours);
    if (!examined)
        co_return examined.error();
    const model::Host *host = context.inventory().find(operation.host);
    if (host == nullptr)
        co_return operations::exists(operation.host, context.inventory()).why();
    context.findings(preparation::check(*host, *examined, context.inventory()));
    co_return {};
}

} // namespace core::orchestrator
