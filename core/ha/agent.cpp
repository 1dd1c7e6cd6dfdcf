// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/agent.h"

#include "core/base/overloaded.h"

namespace core::ha {

namespace {

void sendHeartbeat(const AgentContext &c)
{
    if (c.agent.primary != noHost && c.agent.report)
        c.actions.push_back(Send{c.agent.primary, Heartbeat{c.now, c.agent.epoch, c.agent.report}});
}

void onAck(const AgentContext &c, const HeartbeatAck &ack)
{
    if (ack.epoch < c.agent.epoch)
        return; // of one that is primary no longer
    c.agent.ackedAt = c.now;
    renewed(c.gate, ack.sentAt);
}

} // namespace

void begin(const AgentContext &c, const Started &found)
{
    Agent &agent = c.agent;
    agent.boot = found.boot;
    agent.watchdog = found.watchdog;
    agent.stores = found.stores;
    agent.storeStates.assign(c.cluster.stores.size(), StoreState::Ok);
    agent.storeLostAt.assign(c.cluster.stores.size(), c.now);
    for (std::size_t store = 0; store < c.cluster.stores.size(); ++store) {
        if (((found.stores >> store) & 1U) == 0)
            agent.storeStates[store] = StoreState::AllPathsDown;
    }
    agent.heardAt = c.now;
    agent.ackedAt = c.now;
    agent.isStarted = true;
    agent.sequence = std::uint64_t(++agent.ledger.agentStarts) << 32U;
    c.actions.push_back(Persist{});
    beginVms(c, found);
    beginSession(c);
}

void onTick(const AgentContext &c)
{
    if (!c.agent.isStarted)
        return;
    if (c.agent.vms.size() < c.cluster.vms.size()) { // the cluster has grown
        c.agent.vms.resize(c.cluster.vms.size());
        c.agent.ledger.vms.resize(c.cluster.vms.size());
    }
    tickSession(c);
    tickVms(c);
    tickGuests(c);
    tickStorage(c);
    tickWatchdog(c);
    tickIsolation(c);
    if (!c.agent.isChanged)
        sendHeartbeat(c);
}

bool onMessage(const AgentContext &c, const Received &received)
{
    if (received.from != c.agent.self) // who hears only himself hears nobody
        c.agent.heardAt = c.now;
    return std::visit(Overloaded{[&](const HeartbeatAck &ack) {
                                     onAck(c, ack);
                                     return true;
                                 },
                                 [&](const StartOrder &order) {
                                     onStartOrder(c, order);
                                     return true;
                                 },
                                 [&](const ReleaseOrder &order) {
                                     onReleaseOrder(c, order);
                                     return true;
                                 },
                                 [&](const EvictOrder &order) {
                                     onEvictOrder(c, order);
                                     return true;
                                 },
                                 [&](const MigrateOrder &order) {
                                     onMigrateOrder(c, order);
                                     return true;
                                 },
                                 [](const auto &) { return false; }},
                      received.message);
}

void report(const AgentContext &c)
{
    Agent &agent = c.agent;
    if (!agent.isChanged || !agent.isStarted)
        return;
    agent.isChanged = false;
    auto news = std::make_shared<HostReport>();
    news->boot = agent.boot;
    news->sequence = ++agent.sequence;
    news->watchdog = agent.watchdog;
    news->isIsolated = agent.isIsolated;
    news->stores = agent.stores;
    for (std::size_t index = 0; index < agent.vms.size(); ++index) {
        const LocalVm &local = agent.vms[index];
        if (local.condition != Condition::Absent)
            news->vms.push_back(
                {vmRef(index), local.generation, local.condition, local.cause, local.isGuestReady});
    }
    agent.report = std::move(news);
    publish(c.gate, c.cluster, agent.report, c.now, c.actions);
    sendHeartbeat(c);
}

} // namespace core::ha
