// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/agent.h"

#include <algorithm>

namespace core::ha {

using namespace std::chrono_literals;

namespace {

constexpr Duration failureWindow = 1h;

/// Written to disk before anything that relies on it is done.
void enter(const AgentContext &c, VmRef vm, Condition condition, Cause cause)
{
    LocalVm &local = c.local(vm);
    local.condition = condition;
    local.cause = cause;
    c.agent.ledger.vms[at(vm)] = {local.generation, condition, cause};
    c.actions.push_back(Persist{vm});
    c.agent.isChanged = true;
}

/// Orders of a primary that has been succeeded are not obeyed.
bool obeys(const AgentContext &c, Epoch epoch)
{
    Ledger &ledger = c.agent.ledger;
    if (epoch < ledger.epoch)
        return false;
    if (epoch > ledger.epoch) {
        ledger.epoch = epoch;
        c.actions.push_back(Persist{});
    }
    return true;
}

void startNow(const AgentContext &c, VmRef vm, Proof proof, Cause cause)
{
    LocalVm &local = c.local(vm);
    local.isGuestReady = false;
    local.isGivenUp = false;
    local.guestSilent = never;
    local.appSilent = never;
    local.stopBy = never;
    local.startedAt = c.now;
    enter(c, vm, Condition::Starting, cause);
    local.record.proof = proof;
    c.actions.push_back(StartVm{vm, local.generation, proof, 1});
}

/// It ended by itself, on the host that owns it: nobody else may have it, so it is started again here, with or
/// without coordination.
void restartInPlace(const AgentContext &c, VmRef vm)
{
    LocalVm &local = c.local(vm);
    const Vm &config = c.cluster.vms[at(vm)];
    if (!c.cluster.policy.isArmed || config.priority == Priority::Disabled)
        return release(c, vm, Cause::Crashed);
    if ((c.agent.stores & bit(config.store)) == 0)
        return release(c, vm, Cause::AllPathsDown);
    if (c.now - local.failures[0] < failureWindow) {
        enter(c, vm, Condition::Attention, Cause::TooManyFailures);
        return c.tell({.kind = EventKind::VmAttention,
                       .host = c.agent.self,
                       .vm = vm,
                       .cause = Cause::TooManyFailures});
    }
    std::rotate(local.failures.begin(), local.failures.begin() + 1, local.failures.end());
    local.failures.back() = c.now;
    local.record.attempts = 0;
    c.tell({.kind = EventKind::VmRestartedInPlace, .host = c.agent.self, .vm = vm, .cause = Cause::Crashed});
    startNow(c, vm, Proof::SameHost, Cause::Crashed);
}

void turnOff(const AgentContext &c, VmRef vm, Cause cause)
{
    enter(c, vm, Condition::Off, cause);
    c.tell({.kind = EventKind::VmOff, .host = c.agent.self, .vm = vm, .cause = cause});
    run(c, vm, Errand::SayStopped);
}

bool isHere(Condition condition)
{
    return condition == Condition::Running || condition == Condition::Starting
        || condition == Condition::StorageLost || condition == Condition::Stopping;
}

/// One of an earlier agent of the same life.
void resume(const AgentContext &c, VmRef vm, const Started::Found *found)
{
    LocalVm &local = c.local(vm);
    const Ledger::Entry entry = c.agent.ledger.vms[at(vm)];
    local.generation = entry.generation;
    local.condition = entry.condition;
    local.cause = entry.cause;
    if (found && found->isRunning) {
        local.condition = entry.generation == 0      ? Condition::Running
            : entry.condition == Condition::Stopping ? Condition::Stopping
                                                     : Condition::Running;
        local.stopBy = local.condition == Condition::Stopping ? c.now : never;
        run(c, vm, entry.generation == 0 ? Errand::Adopt : Errand::SayRunning);
        return;
    }
    switch (entry.condition) {
    case Condition::Starting: return run(c, vm, Errand::Claim); // was it taken? the record knows
    case Condition::Running:
    case Condition::StorageLost:
    case Condition::Stopping: return onVmGone(c, {vm, found ? found->how : Departure::Crashed});
    case Condition::Off: return run(c, vm, Errand::SayStopped);
    case Condition::Absent:
    case Condition::Released:
    case Condition::Attention: return;
    }
}

} // namespace

void release(const AgentContext &c, VmRef vm, Cause cause)
{
    c.local(vm).errand = Errand::None;
    enter(c, vm, Condition::Released, cause);
    c.tell({.kind = EventKind::VmReleased, .host = c.agent.self, .vm = vm, .cause = cause});
}

void beginVms(const AgentContext &c, const Started &found)
{
    Agent &agent = c.agent;
    agent.vms.resize(c.cluster.vms.size());
    agent.ledger.vms.resize(c.cluster.vms.size());
    if (agent.ledger.boot != found.boot) { // nothing of an earlier life runs or is promised
        agent.ledger.boot = found.boot;
        std::ranges::fill(agent.ledger.vms, Ledger::Entry{});
        c.actions.push_back(Persist{});
    }
    std::vector<const Started::Found *> foundOf(agent.vms.size());
    for (const Started::Found &each : found.vms)
        foundOf[at(each.vm)] = &each;
    for (std::size_t vm = 0; vm < agent.vms.size(); ++vm)
        resume(c, vmRef(vm), foundOf[vm]);
    agent.isChanged = true;
}

void tickVms(const AgentContext &c)
{
    for (std::size_t index = 0; index < c.agent.vms.size(); ++index) {
        LocalVm &local = c.agent.vms[index];
        const VmRef vm = vmRef(index);
        if (local.errand != Errand::None && c.now - local.askedAt >= 2s)
            run(c, vm, local.errand);
        if (local.stopBy != never && c.now >= local.stopBy) {
            local.stopBy = c.now + 10s; // until it is seen gone
            c.actions.push_back(StopVm{vm, StopManner::Kill, local.cause});
        }
    }
}

void onStartOrder(const AgentContext &c, const StartOrder &order)
{
    LocalVm &local = c.local(order.vm);
    if (!obeys(c, order.epoch) || order.owner.host != c.agent.self || order.owner.boot != c.agent.boot)
        return;
    if (order.owner.generation <= local.generation || isHere(local.condition))
        return; // said before, or overtaken
    local.generation = order.owner.generation;
    local.record = order.owner;
    if ((c.agent.stores & bit(c.cluster.vms[at(order.vm)].store)) == 0)
        return release(c, order.vm, Cause::StartFailed);
    enter(c, order.vm, Condition::Starting, Cause::None);
    run(c, order.vm, Errand::Claim);
}

void onReleaseOrder(const AgentContext &c, const ReleaseOrder &order)
{
    LocalVm &local = c.local(order.vm);
    if (!obeys(c, order.epoch) || isHere(local.condition) || local.condition == Condition::Off
        || local.condition == Condition::Attention || order.generation < local.generation)
        return;
    local.generation = order.generation;
    release(c, order.vm, Cause::Asked);
}

void onMigrateOrder(const AgentContext &c, const MigrateOrder &order)
{
    LocalVm &local = c.local(order.vm);
    if (!obeys(c, order.epoch) || local.condition != Condition::Running || local.isMigrating
        || local.errand != Errand::None || order.owner.generation != local.generation
        || order.owner.revision <= local.record.revision)
        return; // not now, or the record has changed since
    local.record = order.owner;
    local.isMigrating = true;
    c.actions.push_back(MigrateVm{order.vm, order.owner.to});
}

void onVmStarted(const AgentContext &c, const VmStarted &result)
{
    LocalVm &local = c.local(result.vm);
    if (local.condition != Condition::Starting)
        return;
    if (!result.isDone) {
        c.tell(
            {.kind = EventKind::VmStartFailed, .host = c.agent.self, .vm = result.vm, .cause = result.cause});
        return release(c, result.vm, result.cause);
    }
    enter(c, result.vm, Condition::Running, local.cause);
    local.record.attempts = 0;
    c.tell(
        {.kind = EventKind::VmStarted, .host = c.agent.self, .vm = result.vm, .proof = local.record.proof});
    if (local.record.phase != Phase::Running)
        run(c, result.vm, Errand::SayRunning);
    if ((c.agent.stores & bit(c.cluster.vms[at(result.vm)].store)) == 0)
        onStoreChanged(c,
                       {c.cluster.vms[at(result.vm)].store,
                        c.agent.storeStates[at(c.cluster.vms[at(result.vm)].store)]});
}

void onVmArrived(const AgentContext &c, const VmArrived &news)
{
    LocalVm &local = c.local(news.vm);
    local = LocalVm{.condition = Condition::Running, .isGuestReady = true, .record = {}, .startedAt = c.now};
    enter(c, news.vm, Condition::Running, Cause::None);
    c.tell({.kind = EventKind::VmMigrated, .host = c.agent.self, .vm = news.vm});
    run(c, news.vm, Errand::Adopt);
}

void onMigrationFailed(const AgentContext &c, const MigrationFailed &news)
{
    LocalVm &local = c.local(news.vm);
    local.isMigrating = false;
    if (isHere(local.condition) && local.condition != Condition::Starting)
        run(c, news.vm, Errand::SayStayed);
}

void onVmGone(const AgentContext &c, const VmGone &news)
{
    LocalVm &local = c.local(news.vm);
    local.isMigrating = false;
    local.stopBy = never;
    if (!isHere(local.condition))
        return;
    if (news.how == Departure::Migrated) {
        local.generation = 0;
        local.errand = Errand::None;
        return enter(c, news.vm, Condition::Absent, Cause::None);
    }
    if (local.condition == Condition::Stopping || news.how == Departure::Stopped)
        return release(c, news.vm, local.cause); // by HA, not by its user: it is started elsewhere
    switch (news.how) {
    case Departure::ShutDownByGuest: return turnOff(c, news.vm, Cause::ShutDownByGuest);
    case Departure::StoppedByUser: return turnOff(c, news.vm, Cause::StoppedByUser);
    case Departure::Crashed: return restartInPlace(c, news.vm);
    case Departure::Stopped:
    case Departure::Migrated: return;
    }
}

void killIfForeign(const AgentContext &c, VmRef vm, const Owner &owner)
{
    LocalVm &local = c.local(vm);
    if (!isHere(local.condition) || local.errand == Errand::Adopt || owner.generation <= local.generation)
        return;
    if (owner.host == c.agent.self && owner.boot == c.agent.boot)
        return;
    c.tell({.kind = EventKind::VmDuplicateKilled, .host = c.agent.self, .vm = vm});
    local.errand = Errand::None;
    enter(c, vm, Condition::Stopping, Cause::None);
    c.actions.push_back(StopVm{vm, StopManner::Kill, Cause::None});
    local.stopBy = c.now + 10s;
}

} // namespace core::ha
