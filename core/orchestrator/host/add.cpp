// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include "core/async/deadline.h"
#include "core/authority/certificate.h"
#include "core/migration/evc.h"
#include "core/orchestrator/host/connecting.h"
#include "core/orchestrator/host/examining.h"
#include "core/preparation/errors.h"

#include <algorithm>
#include <chrono>
#include <iterator>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

/// As host.check finds it, but for the storage, which is read later. A shell that fails is no reason to keep the host
/// out: what it would have told is missing, and that is said.
Task<std::vector<model::Finding>> findingsBeforeAdding(OperationContext context, model::Host *host,
                                                       hypervisor::Hypervisor *connection)
{
    const auto authority = authorityOf(context);
    const QByteArray ours = authority ? authority->certificate() : QByteArray();
    const auto asked = co_await examine(context, *host, connection, ours);
    const preparation::Examined examined =
        asked ? *asked : preparation::Examined{.report = {}, .authority = ours, .asked = {}};
    if (examined.report) {
        if (const auto expires = authority::expiryOf(examined.report->serverCertificate))
            host->certificateExpires = *expires; // there is an alarm before
        host->prepared = preparation::isPrepared(*host, *examined.report, ours);
    }
    auto findings = preparation::check(*host, examined, context.inventory());
    std::erase_if(findings, [](const model::Finding &each) {
        return each.problem.is(preparation::errors::NoDatastore)
            || each.problem.is(preparation::errors::NothingShared);
    });
    co_return findings;
}

} // namespace

/// Connects once to see what is there, before anything is in the inventory: a refused fingerprint leaves no trace.
Task<> perform(operations::AddHost operation, OperationContext context)
{
    context.phase(QStringLiteral("connecting"));
    hypervisor::Endpoint endpoint{
        .uri = operation.uri, .trust = operation.trust, .secret = textOf(operation.secret)};
    auto opened = co_await context.open(endpoint);
    if (!opened)
        co_return opened.error();
    context.phase(QStringLiteral("reading-inventory"));
    const auto facts = co_await withDeadline((*opened)->host(), &context.clock(), 30s);
    if (!facts)
        co_return facts.error();
    if (const model::Host *known = context.inventory().find(facts->id))
        co_return Error(operations::errors::HostKnown, QJsonObject{{QStringLiteral("host"), known->name}});
    model::Host host = *facts;
    host.name = operation.name.value_or(facts->name);
    host.parent = operation.parent;
    host.uri = operation.uri;
    host.state = model::HostState::Connecting;
    context.phase(QStringLiteral("examining"));
    auto findings = co_await findingsBeforeAdding(context, &host, opened->get());
    if (!findings)
        co_return findings.error();
    // That took its time: the place may be gone, the name taken, the address added by somebody else.
    if (const auto available = availability(operation, context.inventory()); !available)
        co_return available.why();
    std::ranges::move(migration::checkJoin(host, host.parent.as<ClusterId>(), context.inventory()),
                      std::back_inserter(*findings));
    std::ranges::stable_sort(*findings, {}, &model::Finding::severity);
    context.findings(*findings);
    if (const model::Finding *first = model::firstError(*findings))
        co_return first->problem;
    context.put(host);
    endpoint.secret.reset(); // used
    context.follow(host, std::move(endpoint), *std::move(opened));
    co_return co_await untilConnected(context, host.id, 1);
}

} // namespace core::orchestrator
