// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/primary.h"

#include "core/base/overloaded.h"

namespace core::ha {

using namespace std::chrono_literals;

namespace {

void grow(Primary &primary, const Cluster &cluster, Moment now)
{
    while (primary.hosts.size() < cluster.hosts.size()) {
        primary.hosts.push_back({.report = {}, .heardAt = now});
        primary.isDirty = true;
    }
    if (primary.vms.size() < cluster.vms.size()) {
        primary.vms.resize(cluster.vms.size());
        primary.isDirty = true;
    }
}

void tellShortages(const PrimaryContext &c)
{
    std::vector<HostRef> where;
    for (const VmView &vm : c.primary.vms)
        where.push_back(vm.owner.phase == Phase::Stopped ? noHost : vm.owner.host);
    for (const Shortage &shortage : shortages(c.cluster, where))
        c.tell({.kind = EventKind::CapacityShort,
                .host = shortage.lost,
                .vm = shortage.vms.front(),
                .amount = static_cast<std::int64_t>(shortage.vms.size())});
}

void onEverything(const PrimaryContext &c, const Everything &all)
{
    Primary &primary = c.primary;
    if (all.primary != primary.self || all.epoch != primary.epoch)
        return;
    for (std::size_t vm = 0; vm < all.owners.size() && vm < primary.vms.size(); ++vm) {
        VmView &view = primary.vms[vm];
        view.owner = all.owners[vm];
        view.writtenAt = never;
        if (!primary.isReady)
            view.attempts = view.owner.attempts;
    }
    for (std::size_t host = 0; host < primary.hosts.size() && host < all.fences.size(); ++host) {
        HostView &view = primary.hosts[host];
        view.fence = all.fences[host];
        if (all.sessions[host] == BootId{} && view.session != BootId{})
            view.sessionSeen = c.now;
        view.session = all.sessions[host];
        view.boot = std::max({view.boot, view.session, view.fence.boot});
        if (all.quarantined[host] && !view.isQuarantined) {
            view.isQuarantined = true;
            view.quarantinedAt = c.now;
        }
    }
    for (const VmView &view : primary.vms) {
        if (view.owner.host != noHost)
            c.view(view.owner.host).boot = std::max(c.view(view.owner.host).boot, view.owner.boot);
    }
    if (!primary.isReady)
        tellShortages(c);
    primary.isReady = true;
    primary.isDirty = true;
}

void onOwner(const PrimaryContext &c, VmRef vm, const Owner &owner)
{
    if (at(vm) >= c.primary.vms.size() || owner.revision < c.primary.vms[at(vm)].owner.revision)
        return;
    VmView &view = c.primary.vms[at(vm)];
    if (owner.phase == Phase::Running && view.owner.phase != Phase::Running) {
        view.attempts = 0;
        view.avoided = noHost;
    }
    if (owner.phase == Phase::Wanted)
        view.isRequested = false; // it is written down
    view.owner = owner;
    if (owner.host != noHost)
        c.view(owner.host).boot = std::max(c.view(owner.host).boot, owner.boot);
    c.primary.isDirty = true;
}

void onOwnerWritten(const PrimaryContext &c, const OwnerWritten &reply)
{
    if (reply.epoch != c.primary.epoch || at(reply.vm) >= c.primary.vms.size())
        return;
    VmView &view = c.primary.vms[at(reply.vm)];
    view.writtenAt = never;
    onOwner(c, reply.vm, reply.current);
    if (!reply.isDone || reply.current.revision != view.owner.revision)
        return;
    if (view.owner.phase == Phase::Assigned) {
        view.assignedAt = c.now;
        view.orderedAt = c.now;
        c.tell({.kind = EventKind::VmAssigned,
                .host = view.owner.host,
                .vm = reply.vm,
                .proof = view.owner.proof,
                .amount = view.owner.attempts + 1});
        c.order(view.owner.host, StartOrder{c.primary.epoch, reply.vm, view.owner});
    } else if (view.owner.phase == Phase::Migrating) {
        view.moveTo = noHost;
        view.orderedAt = c.now;
        c.tell({.kind = EventKind::VmMigrating, .host = view.owner.to, .vm = reply.vm});
        c.order(view.owner.host, MigrateOrder{c.primary.epoch, reply.vm, view.owner});
    }
}

void onMessage(const PrimaryContext &c, const Received &received)
{
    if (const auto *heartbeat = std::get_if<Heartbeat>(&received.message))
        return onHeartbeat(c, received.from, *heartbeat);
    if (const auto *request = std::get_if<PowerOnRequest>(&received.message)) {
        c.primary.vms[at(request->vm)].isRequested = true;
        c.primary.vms[at(request->vm)].retryAt = never;
    } else if (const auto *move = std::get_if<MigrateRequest>(&received.message)) {
        c.primary.vms[at(move->vm)].moveTo = move->to;
    }
    c.primary.isDirty = true;
}

void onTick(const PrimaryContext &c)
{
    Primary &primary = c.primary;
    grow(primary, c.cluster, c.now);
    if (primary.tickedAt != never && c.now - primary.tickedAt > 2500ms)
        primary.stalledAt = c.now;
    primary.stalledAt = std::max(primary.stalledAt, c.agent.slowAt);
    primary.tickedAt = c.now;
    tickHosts(c);
    if (primary.isReady && (primary.isDirty || primary.isWaiting))
        plan(c);
}

} // namespace

void begin(Primary &primary, const Agent &agent, const Cluster &cluster, Moment now)
{
    const Moment booted = primary.bootedAt;
    primary = Primary{
        .self = agent.self, .epoch = agent.epoch, .since = now, .bootedAt = booted, .hosts = {}, .vms = {}};
    grow(primary, cluster, now);
}

void newReport(const PrimaryContext &c, HostRef host, const HostReportPtr &report)
{
    HostView &view = c.view(host);
    if (!report)
        return;
    if (view.report
        && (report->boot < view.report->boot
            || (report->boot == view.report->boot && report->sequence <= view.report->sequence)))
        return;
    if (view.report && view.report->watchdog == WatchdogKind::Hardware
        && report->watchdog != WatchdogKind::Hardware)
        c.tell({.kind = EventKind::WatchdogDegraded, .host = host});
    view.report = report;
    view.boot = std::max(view.boot, report->boot);
    c.primary.isDirty = true;
}

void step(const PrimaryContext &c, const Input &input)
{
    std::visit(Overloaded{[&](const Tick &) { onTick(c); },
                          [&](const Everything &all) { onEverything(c, all); },
                          [&](const OwnerWritten &reply) { onOwnerWritten(c, reply); },
                          [&](const OwnerChanged &news) { onOwner(c, news.vm, news.owner); },
                          [&](const SessionChanged &news) { onSession(c, news); },
                          [&](const FenceWritten &news) { onFence(c, news); },
                          [&](const HeartbeatRead &read) { onHeartbeatRead(c, read); },
                          [&](const Pong &pong) {
                              if (pong.host != noHost)
                                  c.view(pong.host).pongAt = c.now;
                          },
                          [&](const PowerAnswer &answer) { onPower(c, answer); },
                          [&](const Received &received) { onMessage(c, received); }, [](const auto &) {}},
               input);
    // A plan that became possible by this input does not wait for the next tick.
    if (c.primary.isReady && c.primary.isDirty && !std::holds_alternative<Tick>(input))
        plan(c);
}

} // namespace core::ha
