// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performers.gen.h"

#include "core/async/deadline.h"
#include "core/migration/evc.h"
#include "core/orchestrator/host/connecting.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

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
    // That took its time: the place may be gone, the name taken, the address added by somebody else.
    if (const auto available = availability(operation, context.inventory()); !available)
        co_return available.why();
    model::Host host = *facts;
    host.name = operation.name.value_or(facts->name);
    host.parent = operation.parent;
    host.uri = operation.uri;
    host.state = model::HostState::Connecting;
    const auto against = migration::checkJoin(host, host.parent.as<ClusterId>(), context.inventory());
    if (const model::Finding *first = model::firstError(against))
        co_return first->problem;
    context.put(host);
    endpoint.secret.reset(); // used
    context.follow(host, std::move(endpoint), *std::move(opened));
    co_return co_await untilConnected(context, host.id, 1);
}

} // namespace core::orchestrator
