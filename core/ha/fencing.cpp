// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/primary.h"

#include <algorithm>

namespace core::ha {

using namespace std::chrono_literals;

namespace {

constexpr Duration bmcPatience = 6s;
constexpr Duration orderAgain = 10s;

void prove(const PrimaryContext &c, HostRef host, Proof proof)
{
    HostView &view = c.view(host);
    if (view.fencedAt != never && c.now - view.fencedAt < 2s)
        return;
    view.fencedAt = c.now;
    c.actions.push_back(FenceWrite{host, {view.boot, proof}, c.primary.epoch});
}

void ask(const PrimaryContext &c, HostRef host, PowerOrder order)
{
    c.view(host).askedAt = c.now;
    c.actions.push_back(OrderPower{host, order});
}

void tickBmc(const PrimaryContext &c, HostRef host)
{
    HostView &view = c.view(host);
    if (!c.cluster.hosts[at(host)].hasBmc || c.now - view.askedAt < bmcPatience)
        return;
    const bool isOrderDue = !view.power.isOrderedOff && c.now - view.orderedAt >= orderAgain;
    if (c.primary.isBraking || !isOrderDue)
        return ask(c, host, PowerOrder::Read);
    if (!view.isOrdered)
        c.tell({.kind = EventKind::FenceOrdered, .host = host});
    view.isOrdered = true;
    view.orderedAt = c.now;
    ask(c, host, PowerOrder::Off);
}

} // namespace

Moment watchedSince(const PrimaryContext &c, HostRef host)
{
    const HostView &view = c.view(host);
    if (view.session != BootId{} || view.readings.empty())
        return c.now;
    Moment since = std::max({view.heardAt, view.sessionSeen, c.primary.since});
    for (const StoreReading &reading : view.readings) {
        if (!reading.isReadable)
            return c.now;
        since = std::max(since, reading.watchedSince);
    }
    return since;
}

void seekProof(const PrimaryContext &c, HostRef host)
{
    HostView &view = c.view(host);
    if (!c.cluster.policy.isArmed || view.boot == BootId{}
        || (view.fence.proof != Proof::None && view.fence.boot >= view.boot))
        return;
    tickBmc(c, host);
    const SilenceSight sight{.watchdog = view.report ? view.report->watchdog : WatchdogKind::None,
                             .reported = view.report ? view.report->boot : BootId{},
                             .known = view.boot,
                             .watchedSince = watchedSince(c, host)};
    if (!c.primary.isBraking && provesFired(sight, c.timings(), c.now))
        prove(c, host, Proof::WatchdogElapsed);
}

void onPower(const PrimaryContext &c, const PowerAnswer &answer)
{
    HostView &view = c.view(answer.host);
    if (!view.isSuspect)
        return; // it is back; what the BMC says is of no interest
    view.askedAt = never;
    if (answer.order == PowerOrder::Off) {
        view.power.isOrderedOff = view.power.isOrderedOff || answer.state != PowerState::Unknown;
        view.power.offReads = 0;
    } else if (answer.state == PowerState::Off) {
        ++view.power.offReads;
    } else {
        view.power.offReads = 0;
        if (answer.state == PowerState::On)
            view.power.isOrderedOff = false; // it came back on: order again
    }
    if (answer.state == PowerState::Unknown) {
        view.askedAt = c.now; // not at once again
        if (!view.isFailureTold)
            c.tell({.kind = EventKind::FenceFailed, .host = answer.host});
        view.isFailureTold = true;
        return;
    }
    // In the brake nothing is ordered; who is off without that is off all the same.
    PowerSight sight = view.power;
    sight.isOrderedOff = sight.isOrderedOff || c.primary.isBraking;
    if (view.verdict == Verdict::Dead && provesOff(sight))
        return prove(c, answer.host, Proof::BmcOff);
    if (view.verdict == Verdict::Dead && sight.isOrderedOff)
        ask(c, answer.host, PowerOrder::Read);
}

void onFence(const PrimaryContext &c, const FenceWritten &news)
{
    HostView &view = c.view(news.host);
    const bool isNews = news.fence.boot != view.fence.boot || news.fence.proof != view.fence.proof;
    view.fence = news.fence;
    c.primary.isDirty = true;
    if (isNews)
        c.tell({.kind = EventKind::FenceProved, .host = news.host, .proof = news.fence.proof});
}

} // namespace core::ha
