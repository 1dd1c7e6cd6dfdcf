// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/agent.h"

namespace core::ha {

namespace {

void ask(const AgentContext &c, VmRef vm, Revision expected, const Owner &next)
{
    c.local(vm).askedAt = c.now;
    c.actions.push_back(OwnerWrite{vm, expected, Epoch{}, next});
}

/// Is the record that of this machine's present generation with us?
bool isOurs(const AgentContext &c, const LocalVm &local, const Owner &owner)
{
    return owner.host == c.agent.self && owner.boot == c.agent.boot && owner.generation == local.generation;
}

void start(const AgentContext &c, VmRef vm)
{
    LocalVm &local = c.local(vm);
    local.errand = Errand::None;
    local.startedAt = c.now;
    c.actions.push_back(StartVm{vm, local.generation, local.record.proof,
                                static_cast<std::uint16_t>(local.record.attempts + 1)});
}

void drop(const AgentContext &c, VmRef vm)
{
    LocalVm &local = c.local(vm);
    local.errand = Errand::None;
    local.condition = Condition::Absent;
    c.agent.ledger.vms[at(vm)] = {local.generation, Condition::Absent, Cause::None};
    c.actions.push_back(Persist{vm});
    c.agent.isChanged = true;
}

void claim(const AgentContext &c, VmRef vm, const Owner &current)
{
    LocalVm &local = c.local(vm);
    if (local.condition != Condition::Starting || !isOurs(c, local, current))
        return drop(c, vm);
    local.record = current;
    if (current.phase == Phase::Starting || current.phase == Phase::Running)
        return start(c, vm);
    if (current.phase != Phase::Assigned)
        return drop(c, vm);
    Owner next = current;
    next.phase = Phase::Starting;
    ask(c, vm, current.revision, next);
}

void say(const AgentContext &c, VmRef vm, Phase phase, const Owner &current)
{
    LocalVm &local = c.local(vm);
    if (!isOurs(c, local, current)) {
        local.errand = Errand::None;
        return killIfForeign(c, vm, current);
    }
    local.record = current;
    const bool isMoving = current.phase == Phase::Migrating && phase == Phase::Running && local.isMigrating;
    const bool isWanted =
        current.phase == Phase::Wanted && phase == Phase::Stopped; // it was, and is asked for again
    if (current.phase == phase || isMoving || isWanted) {
        local.errand = Errand::None;
        return;
    }
    Owner next = current;
    next.phase = phase;
    next.attempts = 0;
    next.to = noHost;
    ask(c, vm, current.revision, next);
}

void adopt(const AgentContext &c, VmRef vm, const Owner &current)
{
    LocalVm &local = c.local(vm);
    if (current.host == c.agent.self && current.boot == c.agent.boot) {
        local.errand = Errand::None;
        local.record = current;
        local.generation = current.generation;
        c.agent.ledger.vms[at(vm)] = {local.generation, local.condition, local.cause};
        c.actions.push_back(Persist{vm});
        c.agent.isChanged = true;
        return;
    }
    if (current.phase != Phase::Migrating || current.to != c.agent.self || current.toBoot != c.agent.boot) {
        local.errand = Errand::None;
        return killIfForeign(c, vm, current);
    }
    Owner next = current;
    next.host = c.agent.self;
    next.boot = c.agent.boot;
    next.generation = current.generation + 1;
    next.phase = Phase::Running;
    next.to = noHost;
    ask(c, vm, current.revision, next);
}

} // namespace

void run(const AgentContext &c, VmRef vm, Errand errand)
{
    LocalVm &local = c.local(vm);
    const bool isFirstClaim = errand == Errand::Claim && local.errand == Errand::None
        && local.record.phase == Phase::Assigned && local.record.generation == local.generation;
    local.errand = errand;
    if (isFirstClaim)
        return claim(c, vm, local.record);
    ask(c, vm, Revision{}, {}); // read first: an answer may have been lost after the write
}

void onOwnerWritten(const AgentContext &c, const OwnerWritten &reply)
{
    LocalVm &local = c.local(reply.vm);
    switch (local.errand) {
    case Errand::None: return;
    case Errand::Claim: return claim(c, reply.vm, reply.current);
    case Errand::SayRunning:
    case Errand::SayStayed: return say(c, reply.vm, Phase::Running, reply.current);
    case Errand::SayStopped: return say(c, reply.vm, Phase::Stopped, reply.current);
    case Errand::Adopt: return adopt(c, reply.vm, reply.current);
    }
}

} // namespace core::ha
