// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include "core/async/deadline.h"
#include "core/authority/certificate.h"
#include "core/orchestrator/host/examining.h"
#include "core/preparation/errors.h"
#include "core/preparation/scripts.h"

#include <QRegularExpression>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr Duration installationLimit = 120s; ///< a daemon that is started again may take long
constexpr Duration returnLimit = 60s;

Error about(const ErrorCode &code, const model::Host &host, const QString &detail = {})
{
    return Error(code, QJsonObject{{u"host"_s, host.name}}, detail);
}

/// All by which others may call it; the name that they do use first.
QStringList namesOf(const model::Host &host, const preparation::HostReport &report)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9][A-Za-z0-9.:-]{0,252}\\z"_s);
    QStringList names =
        QStringList{preparation::reachableName(host), report.name, host.name} + report.addresses;
    names.removeDuplicates();
    names.erase(std::remove_if(names.begin(), names.end(),
                               [](const QString &name) { return !plain.match(name).hasMatch(); }),
                names.end());
    return names;
}

/// What was issued for it is in its place and in use.
Task<> install(OperationContext context, model::Host host, preparation::HostReport report,
               const authority::Authority *authority)
{
    const auto issued = authority->issue(namesOf(host, report));
    if (!issued)
        co_return issued.error();
    const auto connection = context.hypervisorOn(host.id);
    if (!connection)
        co_return connection.error();
    const preparation::Credentials credentials{
        .authority = authority->certificate(), .certificate = issued->certificate, .key = issued->key};
    auto script = preparation::installationScript(credentials, context.settings().hostRoot);
    const auto answer =
        co_await withDeadline((*connection)->shell(std::move(script)), &context.clock(), installationLimit);
    if (!answer)
        co_return answer.error();
    if (answer->status != 0)
        co_return about(preparation::errors::Failed, host, QString::fromUtf8(answer->errors.right(2000)));
    co_return {};
}

/// Its libvirt was started again: the connection breaks and comes back.
Task<preparation::Examined> examineAgain(OperationContext context, HostId host, QByteArray authority)
{
    const Monotonic end = context.clock().monotonic() + returnLimit;
    for (;;) {
        auto examined = co_await examine(context, host, authority);
        const bool mayCome =
            !examined && (examined.error().is(errors::Unreachable) || examined.error().is(errors::Internal));
        if (!mayCome || context.clock().monotonic() >= end)
            co_return examined;
        co_await sleepFor(&context.clock(), 1s);
    }
}

} // namespace

Task<> perform(operations::PrepareHost operation, OperationContext context)
{
    const auto authority = authorityOf(context);
    if (!authority)
        co_return authority.error();
    context.phase(u"examining"_s);
    const auto before = co_await examine(context, operation.host, authority->certificate());
    if (!before)
        co_return before.error();
    auto host = context.copyOf(operation.host);
    if (!host)
        co_return host.error();
    if (!before->report)
        co_return about(preparation::errors::NotExamined, *host);
    if (!before->report->isRoot)
        co_return about(preparation::errors::NotRoot, *host);
    context.phase(u"installing-certificates"_s);
    const auto installed = co_await install(context, *host, *before->report, &*authority);
    if (!installed)
        co_return installed.error();
    context.phase(u"reading-back"_s);
    const auto after = co_await examineAgain(context, operation.host, authority->certificate());
    if (!after)
        co_return after.error();
    host = context.copyOf(operation.host);
    if (!host)
        co_return host.error();
    if (!after->report || !preparation::isPrepared(*host, *after->report, authority->certificate()))
        co_return about(preparation::errors::Failed, *host);
    host->prepared = true;
    if (const auto expires = authority::expiryOf(after->report->serverCertificate))
        host->certificateExpires = *expires;
    const bool isOpen = after->report->openPorts && after->report->openPorts->contains(preparation::tlsPort);
    if (host->peerUri.isEmpty() && isOpen)
        host->peerUri = u"qemu+tls://%1/system"_s.arg(preparation::reachableName(*host));
    context.put(*host);
    context.findings(preparation::check(*host, *after, context.inventory()));
    co_return {};
}

} // namespace core::orchestrator
