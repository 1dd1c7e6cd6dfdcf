// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/primary.h"

#include <algorithm>
#include <bit>

namespace core::ha {

using namespace std::chrono_literals;

namespace {

constexpr Duration returnWindow = 1h;
constexpr Duration quarantine = 2h;
constexpr Duration brakeWindow = 60s;
constexpr Duration afterBoot = 120s; ///< while others may still be booting too

EventKind eventOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Live: return EventKind::HostLive;
    case Verdict::PathBroken: return EventKind::StorePathBroken;
    case Verdict::LinkBroken: return EventKind::HostLinkBroken;
    case Verdict::AgentDown: return EventKind::HostAgentDown;
    case Verdict::Isolated: return EventKind::HostIsolated;
    case Verdict::Partitioned: return EventKind::HostPartitioned;
    case Verdict::Dead: return EventKind::HostDead;
    case Verdict::Contradiction: return EventKind::HostContradiction;
    case Verdict::Undecided: return EventKind::HostSuspect;
    }
    return EventKind::HostSuspect;
}

Duration silenceOf(const PrimaryContext &c, const HostView &view)
{
    return c.now - std::max(view.heardAt, c.primary.since);
}

void suspect(const PrimaryContext &c, HostRef host)
{
    HostView &view = c.view(host);
    view.isSuspect = true;
    view.suspectAt = c.now;
    view.verdict = Verdict::Undecided;
    view.pongAt = never;
    view.isOrdered = false;
    view.power = {};
    view.orderedAt = view.askedAt = never;
    view.isFailureTold = false;
    view.readings.clear();
    for (StoreMask left = c.cluster.heartbeatStores[at(host)]; left != 0; left &= left - 1)
        view.readings.push_back({.store = storeRef(static_cast<std::size_t>(std::countr_zero(left)))});
    c.primary.isDirty = true;
    c.tell({.kind = EventKind::HostSuspect, .host = host, .amount = silenceOf(c, view).count() / 1000});
}

void noteReturn(const PrimaryContext &c, HostRef host)
{
    HostView &view = c.view(host);
    std::ranges::rotate(view.returns, view.returns.begin() + 1);
    view.returns.back() = c.now;
    if (view.isQuarantined || c.now - view.returns.front() > returnWindow)
        return;
    view.isQuarantined = true;
    view.quarantinedAt = c.now;
    c.tell({.kind = EventKind::HostQuarantined, .host = host, .amount = 3});
    c.actions.push_back(QuarantineWrite{host, true, c.primary.epoch});
}

void revive(const PrimaryContext &c, HostRef host)
{
    HostView &view = c.view(host);
    const bool wasDead = view.verdict == Verdict::Dead;
    view.isSuspect = false;
    view.verdict = Verdict::Live;
    c.primary.isDirty = true;
    c.tell({.kind = EventKind::HostLive, .host = host});
    if (wasDead)
        noteReturn(c, host);
}

StoreSight sightOf(const PrimaryContext &c, const HostView &view)
{
    const Duration stale = c.timings().storeStale;
    bool isLooking = false;
    bool isUnreadable = view.readings.empty();
    for (const StoreReading &reading : view.readings) {
        if (reading.changedAt != never && c.now - reading.changedAt < stale)
            return StoreSight::Fresh;
        if (!reading.isReadable)
            isUnreadable = true;
        else if (c.now - reading.watchedSince < stale)
            isLooking = true;
    }
    if (isLooking || c.now - view.suspectAt < stale)
        return StoreSight::Looking;
    return isUnreadable ? StoreSight::Unreadable : StoreSight::Stale;
}

/// Another host reaches heartbeats of this one that the primary does not reach.
bool othersSeeMore(const PrimaryContext &c, HostRef host)
{
    const StoreMask hidden = c.cluster.heartbeatStores[at(host)] & ~c.agent.stores;
    return std::ranges::any_of(c.primary.hosts, [&](const HostView &view) {
        return !view.isSuspect && view.report && (view.report->stores & hidden) != 0;
    });
}

void judge(const PrimaryContext &c, HostRef host)
{
    HostView &view = c.view(host);
    const StoreSight sight = sightOf(c, view);
    view.power.isStoreFresh = sight == StoreSight::Fresh;
    const Verdict verdict = verdictOf({.hasSession = view.session != BootId{},
                                       .answersPing = c.now - view.pongAt < 3s,
                                       .store = sight,
                                       .saysIsolated = view.report && view.report->isIsolated,
                                       .isPowerOff = view.power.offReads >= 2});
    if (verdict == view.verdict || verdict == Verdict::Undecided)
        return;
    if (verdict == Verdict::Dead && sight == StoreSight::Unreadable && othersSeeMore(c, host)) {
        c.actions.push_back(Resign{c.primary.epoch}); // whoever sees more is to judge
        return;
    }
    view.verdict = verdict;
    c.primary.isDirty = true;
    c.tell({.kind = eventOf(verdict), .host = host, .amount = silenceOf(c, view).count() / 1000});
    if (!c.cluster.policy.isArmed && verdict == Verdict::Dead)
        c.tell({.kind = EventKind::Disarmed, .host = host});
}

void probe(const PrimaryContext &c, HostRef host)
{
    c.actions.push_back(Ping{host});
    for (StoreReading &reading : c.view(host).readings) {
        if (c.now - reading.answeredAt > 2500ms)
            reading.isReadable = false; // a read that hangs is none
        c.actions.push_back(ReadHeartbeats{host, reading.store});
    }
}

void watch(const PrimaryContext &c, HostRef host)
{
    HostView &view = c.view(host);
    if (view.isQuarantined && c.now - view.quarantinedAt >= quarantine) {
        view.isQuarantined = false;
        c.primary.isDirty = true;
        c.actions.push_back(QuarantineWrite{host, false, c.primary.epoch});
    }
    const Duration silence = silenceOf(c, view);
    if (silence < c.timings().suspectAfter) {
        if (view.isSuspect)
            revive(c, host);
        const bool hasPath = view.session != BootId{} || c.now - c.primary.since < 10s;
        if (view.verdict == Verdict::Live && !hasPath)
            c.tell({.kind = EventKind::StorePathBroken, .host = host});
        view.verdict = hasPath ? Verdict::Live : Verdict::PathBroken;
        return;
    }
    if (!view.isSuspect)
        suspect(c, host);
    probe(c, host);
    if (silence >= c.timings().verdictAfter - 500ms)
        judge(c, host);
    if (view.verdict == Verdict::Dead)
        seekProof(c, host);
}

/// Half of the hosts fall silent within a minute, and the primary itself was held up: then it may be the one that is
/// ill. It orders nobody off before that is over.
void brake(const PrimaryContext &c)
{
    Primary &primary = c.primary;
    const auto silent = std::ranges::count_if(primary.hosts, [&](const HostView &view) {
        return view.isSuspect && c.now - view.suspectAt < brakeWindow;
    });
    const bool isStalled = c.now - primary.stalledAt < brakeWindow || c.now - primary.bootedAt < afterBoot;
    const bool isBraking =
        silent >= 2 && 2 * static_cast<std::size_t>(silent) >= primary.hosts.size() && isStalled;
    if (isBraking != primary.isBraking)
        c.tell({.kind = isBraking ? EventKind::BrakeOn : EventKind::BrakeOff,
                .host = primary.self,
                .amount = static_cast<std::int64_t>(silent)});
    primary.isBraking = isBraking;
}

} // namespace

void tickHosts(const PrimaryContext &c)
{
    brake(c);
    for (std::size_t host = 0; host < c.primary.hosts.size(); ++host) {
        if (host != at(c.primary.self))
            watch(c, hostRef(host));
    }
}

void onHeartbeat(const PrimaryContext &c, HostRef from, const Heartbeat &heartbeat)
{
    HostView &view = c.view(from);
    if (heartbeat.report && heartbeat.report->boot < view.boot)
        return; // from a life that is over
    view.heardAt = c.now;
    newReport(c, from, heartbeat.report);
    if (view.isSuspect && from != c.primary.self)
        revive(c, from);
    c.order(from, HeartbeatAck{heartbeat.sentAt, c.primary.epoch});
}

void onHeartbeatRead(const PrimaryContext &c, const HeartbeatRead &read)
{
    HostView &view = c.view(read.host);
    if (!view.isSuspect)
        return;
    for (StoreReading &reading : view.readings) {
        if (reading.store != read.store)
            continue;
        if (!read.isReadable) {
            reading.isReadable = false;
            continue;
        }
        const bool isGap = !reading.isReadable;
        const bool isFirst = reading.answeredAt == never;
        const bool isChanged = read.heartbeat.beat != reading.beat || read.heartbeat.boot != reading.boot;
        reading.isReadable = true;
        reading.answeredAt = c.now;
        reading.beat = read.heartbeat.beat;
        reading.boot = read.heartbeat.boot;
        if (isGap || isChanged)
            reading.watchedSince = c.now;
        if (isChanged && !isFirst)
            reading.changedAt = c.now;
        view.boot = std::max(view.boot, read.heartbeat.boot);
        newReport(c, read.host, read.heartbeat.report);
    }
}

void onSession(const PrimaryContext &c, const SessionChanged &news)
{
    HostView &view = c.view(news.host);
    if (news.boot == BootId{})
        view.sessionSeen = c.now;
    view.session = news.boot;
    view.boot = std::max(view.boot, news.boot);
}

} // namespace core::ha
