// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include "core/authority/certificate.h"
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
    auto host = context.copyOf(operation.host);
    if (!host)
        co_return host.error();
    context.findings(preparation::check(*host, *examined, context.inventory()));
    const auto expires = examined->report ? authority::expiryOf(examined->report->serverCertificate)
                                          : Result<Instant>(Error(errors::Unsupported));
    if (expires && host->certificateExpires != *expires) { // there is an alarm before
        host->certificateExpires = *expires;
        context.put(*host);
    }
    co_return {};
}

} // namespace core::orchestrator
