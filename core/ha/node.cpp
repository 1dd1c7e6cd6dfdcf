// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/node.h"

#include "core/base/overloaded.h"

namespace core::ha {

namespace {

/// @return false: not for the agent
bool stepAgent(const AgentContext &c, const Input &input)
{
    Agent &agent = c.agent;
    const auto handled = [](auto &&...) { return true; };
    return std::visit(
        Overloaded{[&](const Tick &) { return handled((onTick(c), 0)); },
                   [&](const Started &found) { return handled((begin(c, found), 0)); },
                   [&](const OwnerWritten &reply) {
                       if (reply.epoch != Epoch{})
                           return false;
                       onOwnerWritten(c, reply);
                       return true;
                   },
                   [&](const Renewed &reply) { return handled((onRenewed(c, reply), 0)); },
                   [&](const Everything &all) { return handled((onEverything(c, all), 0)); },
                   [&](const ElectionChanged &news) { return handled((onElection(c, news), 0)); },
                   [&](const HeartbeatWrittenOn &done) { return handled((renewed(c.gate, done.sentAt), 0)); },
                   [&](const HeartbeatRead &read) { return handled((onPeerHeartbeat(c, read), 0)); },
                   [&](const Pong &) {
                       agent.heardAt = c.now;
                       return true;
                   },
                   [&](const Received &received) { return onMessage(c, received); },
                   [&](const VmStarted &result) { return handled((onVmStarted(c, result), 0)); },
                   [&](const VmGone &news) { return handled((onVmGone(c, news), 0)); },
                   [&](const VmArrived &news) { return handled((onVmArrived(c, news), 0)); },
                   [&](const MigrationFailed &news) { return handled((onMigrationFailed(c, news), 0)); },
                   [&](const GuestSeen &news) { return handled((onGuestSeen(c, news), 0)); },
                   [&](const StoreChanged &news) { return handled((onStoreChanged(c, news), 0)); },
                   [&](const WatchdogChanged &news) {
                       agent.hasWatchdogFailed = agent.hasWatchdogFailed
                           || (agent.watchdog == WatchdogKind::Hardware
                               && news.kind != WatchdogKind::Hardware);
                       agent.watchdog = news.kind;
                       agent.isChanged = true;
                       return true;
                   },
                   [](const auto &) { return false; }},
        input);
}

} // namespace

Agent newAgent(HostRef self, Ledger ledger, const Cluster &cluster)
{
    Agent agent;
    agent.self = self;
    agent.ledger = std::move(ledger);
    agent.vms.resize(cluster.vms.size());
    agent.ledger.vms.resize(cluster.vms.size());
    agent.storeStates.resize(cluster.stores.size());
    agent.storeLostAt.resize(cluster.stores.size());
    return agent;
}

void step(Node &node, const Cluster &cluster, const Input &input, Moment now, Actions &actions)
{
    const AgentContext c{node.agent, node.gate, cluster, now, actions};
    if (!node.agent.isStarted && !std::holds_alternative<Started>(input))
        return;
    checkLease(c);
    if (const auto *found = std::get_if<Started>(&input))
        node.primary.bootedAt = now - Duration(found->uptime);
    stepAgent(c, input);
    if (node.agent.isPrimary && !node.hasTerm)
        begin(node.primary, node.agent, cluster, now);
    node.hasTerm = node.agent.isPrimary;
    if (node.hasTerm)
        step(PrimaryContext{node.primary, node.agent, cluster, now, actions}, input);
    report(c);
}

} // namespace core::ha
