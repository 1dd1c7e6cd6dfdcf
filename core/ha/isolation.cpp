// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/agent.h"

#include "core/ha/proof.h"

#include <algorithm>
#include <bit>

namespace core::ha {

using namespace std::chrono_literals;

namespace {

/// The isolation address, and one peer after the other.
void askAround(const AgentContext &c)
{
    const auto hosts = c.cluster.hosts.size();
    c.actions.push_back(Ping{noHost});
    if (hosts < 2)
        return;
    c.agent.nextPing = static_cast<std::uint16_t>((c.agent.nextPing + 1U) % hosts);
    if (hostRef(c.agent.nextPing) == c.agent.self)
        c.agent.nextPing = static_cast<std::uint16_t>((c.agent.nextPing + 1U) % hosts);
    c.actions.push_back(Ping{hostRef(c.agent.nextPing)});
}

void lookAtPeers(const AgentContext &c)
{
    for (std::size_t peer = 0; peer < c.cluster.hosts.size(); ++peer) {
        if (peer == at(c.agent.self))
            continue;
        for (StoreMask left = c.cluster.heartbeatStores[peer] & c.agent.stores; left != 0; left &= left - 1)
            c.actions.push_back(
                ReadHeartbeats{hostRef(peer), storeRef(static_cast<std::size_t>(std::countr_zero(left)))});
    }
}

/// Somebody is left who could start the machines: a host that lives and is not cut off itself. Where all look
/// isolated, the network is what failed, and stopping machines would help nobody.
bool somebodyIsLeft(const AgentContext &c)
{
    return std::ranges::any_of(c.agent.peers, [&](const PeerSight &peer) {
        return !peer.isIsolated && c.now - peer.changedAt < 2 * c.timings().storeHeartbeat + 2s;
    });
}

void stopFor(const AgentContext &c, VmRef vm, StopManner manner, Cause cause)
{
    LocalVm &local = c.local(vm);
    local.condition = Condition::Stopping;
    local.cause = cause;
    local.errand = Errand::None;
    c.agent.ledger.vms[at(vm)] = {local.generation, Condition::Stopping, cause};
    c.actions.push_back(Persist{vm});
    c.actions.push_back(StopVm{vm, manner, cause});
    local.stopBy = c.now + (manner == StopManner::ShutDown ? c.timings().shutdown : 10s);
    c.agent.isChanged = true;
}

void respond(const AgentContext &c)
{
    c.agent.hasResponded = true;
    c.tell({.kind = EventKind::IsolationResponse, .host = c.agent.self, .cause = Cause::Isolated});
    const bool isGentle = c.cluster.policy.isolation == IsolationResponse::ShutDown;
    for (std::size_t index = 0; index < c.agent.vms.size(); ++index) {
        if (c.agent.vms[index].condition != Condition::Running
            || c.cluster.vms[index].priority == Priority::Disabled)
            continue;
        stopFor(c, vmRef(index), isGentle ? StopManner::ShutDown : StopManner::Kill, Cause::Isolated);
    }
}

void endIsolation(const AgentContext &c)
{
    c.agent.isIsolated = false;
    c.agent.hasResponded = false;
    c.agent.isHeld = false;
    c.agent.isChanged = true;
    c.tell({.kind = EventKind::IsolationEnded, .host = c.agent.self});
}

} // namespace

void tickWatchdog(const AgentContext &c)
{
    if (!c.agent.hasWatchdogFailed || c.now - c.gate.renewed < c.timings().petting)
        return;
    for (std::size_t index = 0; index < c.agent.vms.size(); ++index) {
        if (mayRun(c.agent.vms[index].condition) && c.agent.vms[index].condition != Condition::Stopping)
            stopFor(c, vmRef(index), StopManner::Kill, Cause::WatchdogFailed);
    }
}

void tickIsolation(const AgentContext &c)
{
    Agent &agent = c.agent;
    const Duration silence = c.now - agent.heardAt;
    if (c.now - agent.ackedAt >= c.timings().suspectAfter)
        askAround(c);
    if (!agent.isIsolated && silence >= c.timings().isolationAfter) {
        agent.isIsolated = true;
        agent.isolatedAt = c.now;
        agent.isChanged = true;
        agent.peers.assign(c.cluster.hosts.size(), {});
        c.tell({.kind = EventKind::IsolationDeclared, .host = agent.self, .amount = silence.count() / 1000});
        return lookAtPeers(c);
    }
    if (!agent.isIsolated)
        return;
    if (silence < c.timings().suspectAfter)
        return endIsolation(c);
    const Policy &policy = c.cluster.policy;
    if (policy.isolation == IsolationResponse::LeavePoweredOn || agent.hasResponded || !policy.isArmed)
        return;
    if ((c.now - agent.isolatedAt) / 1s % 5 == 0)
        lookAtPeers(c);
    if (c.now - agent.isolatedAt < c.timings().isolationGrace)
        return;
    if (somebodyIsLeft(c))
        return respond(c);
    if (!agent.isHeld)
        c.tell({.kind = EventKind::IsolationHeld, .host = agent.self, .cause = Cause::Isolated});
    agent.isHeld = true;
}

void onPeerHeartbeat(const AgentContext &c, const HeartbeatRead &read)
{
    if (!c.agent.isIsolated || !read.isReadable || read.host == c.agent.self || !read.heartbeat.report)
        return;
    PeerSight &peer = c.agent.peers[at(read.host)];
    const bool isFirst = peer.beat == 0;
    if (read.heartbeat.beat != peer.beat) {
        peer.beat = read.heartbeat.beat;
        peer.isIsolated = read.heartbeat.report->isIsolated;
        if (!isFirst) // the first look says nothing about now
            peer.changedAt = c.now;
    }
}

} // namespace core::ha
