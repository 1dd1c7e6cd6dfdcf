// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/agent.h"

namespace core::ha {

using namespace std::chrono_literals;

namespace {

Cause causeOf(StoreState state)
{
    return state == StoreState::PermanentLoss ? Cause::PermanentLoss : Cause::AllPathsDown;
}

void evict(const AgentContext &c, VmRef vm)
{
    LocalVm &local = c.local(vm);
    c.tell({.kind = EventKind::VmEvicted, .host = c.agent.self, .vm = vm, .cause = local.cause});
    local.condition = Condition::Stopping;
    c.agent.ledger.vms[at(vm)] = {local.generation, Condition::Stopping, local.cause};
    c.actions.push_back(Persist{vm});
    c.actions.push_back(StopVm{vm, StopManner::Kill, local.cause});
    local.stopBy = c.now + 10s;
    c.agent.isChanged = true;
}

} // namespace

void onStoreChanged(const AgentContext &c, const StoreChanged &news)
{
    Agent &agent = c.agent;
    if (agent.storeStates[at(news.store)] == StoreState::Ok && news.state != StoreState::Ok)
        agent.storeLostAt[at(news.store)] = c.now;
    agent.storeStates[at(news.store)] = news.state;
    agent.stores =
        news.state == StoreState::Ok ? agent.stores | bit(news.store) : agent.stores & ~bit(news.store);
    agent.isChanged = true;
    for (std::size_t index = 0; index < agent.vms.size(); ++index) {
        LocalVm &local = agent.vms[index];
        const VmRef vm = vmRef(index);
        if (c.cluster.vms[index].store != news.store)
            continue;
        if (news.state == StoreState::Ok && local.condition == Condition::StorageLost) {
            local.condition = Condition::Running;
            local.cause = Cause::None;
            c.tell({.kind = EventKind::VmStorageBack, .host = agent.self, .vm = vm});
        } else if (news.state != StoreState::Ok
                   && (local.condition == Condition::Running || local.condition == Condition::StorageLost)) {
            local.condition = Condition::StorageLost;
            local.cause = causeOf(news.state);
            c.tell({.kind = EventKind::VmStorageLost, .host = agent.self, .vm = vm, .cause = local.cause});
        }
    }
}

void onEvictOrder(const AgentContext &c, const EvictOrder &order)
{
    const LocalVm &local = c.local(order.vm);
    if (order.epoch >= c.agent.ledger.epoch && local.condition == Condition::StorageLost
        && local.generation == order.generation)
        evict(c, order.vm);
}

void tickStorage(const AgentContext &c)
{
    const Agent &agent = c.agent;
    if (c.cluster.policy.storage != StorageResponse::Aggressive || !c.cluster.policy.isArmed
        || c.now - agent.ackedAt < 10s)
        return; // a primary that hears us knows better whether another host can run it
    for (std::size_t index = 0; index < agent.vms.size(); ++index) {
        const StoreRef store = c.cluster.vms[index].store;
        if (agent.vms[index].condition == Condition::StorageLost
            && c.now - agent.storeLostAt[at(store)] >= c.timings().allPathsDown)
            evict(c, vmRef(index));
    }
}

} // namespace core::ha
