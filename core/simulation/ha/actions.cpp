// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/simulation.h"

#include "core/base/overloaded.h"

namespace core::simulation {

using namespace std::chrono_literals;

void Simulation::perform(ha::HostRef host, const ha::Action &action)
{
    std::visit(
        Overloaded{[&](const ha::Event &event) {
                       if (m_keepsEvents)
                           m_events.push_back({m_now, host, m_world.host(host).node.hasTerm, event, nullptr});
                   },
                   [&](const ha::Send &message) { send(host, message); },
                   [&](const ha::StartVm &start) { startVm(host, start); },
                   [&](const ha::StopVm &stop) { stopVm(host, stop); },
                   [&](const ha::ResetVm &reset) { resetVm(host, reset); },
                   [&](const ha::MigrateVm &move) { migrateVm(host, move); },
                   [&](const ha::OrderPower &order) { orderPower(host, order); },
                   [&](const ha::Ping &ask) { ping(host, ask.host); },
                   [&](const ha::ReadHeartbeats &read) { readHeartbeats(host, read); },
                   [&](const ha::WriteHeartbeat &write) { writeHeartbeat(host, write); },
                   [&](const ha::FeedWatchdog &) {
                       SimHost &self = m_world.host(host);
                       self.fedAt = m_now;
                       if (!self.isWatchdogArmed && self.watchdog != ha::WatchdogKind::None) {
                           self.isWatchdogArmed = true;
                           schedule(m_world.cluster.policy.timings.watchdog,
                                    {.kind = Kind::WatchdogDue, .host = host, .token = self.boot});
                       }
                   },
                   [&](const ha::Persist &persist) {
                       SimHost &self = m_world.host(host);
                       const ha::Ledger &ledger = self.node.agent.ledger;
                       m_observer.persists(host, self.disk.epoch, ledger.epoch, m_now);
                       self.disk.boot = ledger.boot;
                       self.disk.epoch = ledger.epoch;
                       self.disk.agentStarts = ledger.agentStarts;
                       self.disk.vms.resize(ledger.vms.size());
                       if (persist.vm == ha::noVm)
                           self.disk.vms = ledger.vms;
                       else
                           self.disk.vms[ha::at(persist.vm)] = ledger.vms[ha::at(persist.vm)];
                   },
                   [&](const auto &) { ask(host, action); }},
        action);
}

void Simulation::send(ha::HostRef host, const ha::Send &message)
{
    if (m_world.reaches(host, message.to))
        deliver(message.to, host == message.to ? 0ms : 1ms, ha::Received{host, message.message});
}

void Simulation::ping(ha::HostRef host, ha::HostRef to)
{
    const SimHost &self = m_world.host(host);
    if (to == ha::noHost) { // the isolation address sits with the first group
        if (!self.isCut && self.group == 0)
            deliver(host, 1ms, ha::Pong{to});
    } else if (m_world.reaches(host, to) && m_world.reaches(to, host) && !m_world.host(to).isPaused) {
        deliver(host, 1ms, ha::Pong{to});
    }
}

void Simulation::readHeartbeats(ha::HostRef host, const ha::ReadHeartbeats &read)
{
    const ha::StoreState state = m_world.host(host).stores[ha::at(read.store)];
    if (state == ha::StoreState::AllPathsDown)
        return; // it hangs
    const bool isReadable = state == ha::StoreState::Ok
        && ((m_world.cluster.hosts[ha::at(host)].stores & ha::bit(read.store)) != 0);
    deliver(host, 2ms,
            ha::HeartbeatRead{read.host, read.store, isReadable,
                              isReadable ? m_world.host(read.host).heartbeats[ha::at(read.store)]
                                         : ha::StoreHeartbeat{}});
}

void Simulation::writeHeartbeat(ha::HostRef host, const ha::WriteHeartbeat &write)
{
    SimHost &self = m_world.host(host);
    if (self.stores[ha::at(write.store)] != ha::StoreState::Ok)
        return;
    self.heartbeats[ha::at(write.store)] = write.heartbeat;
    deliver(host, 2ms, ha::HeartbeatWrittenOn{write.store, write.sentAt});
}

void Simulation::orderPower(ha::HostRef host, const ha::OrderPower &order)
{
    const bool isAlive = m_world.host(order.host).isBmcAlive;
    const Duration takes = !isAlive ? 5s : order.order == ha::PowerOrder::Off ? 2s : 300ms;
    schedule(takes,
             {.kind = Kind::PowerDue,
              .host = host,
              .token = m_world.host(host).run,
              .value = static_cast<std::int32_t>(order.host),
              .extra = static_cast<std::int32_t>(order.order)});
}

void Simulation::startVm(ha::HostRef host, const ha::StartVm &start)
{
    SimVm &vm = m_world.vm(start.vm);
    const ha::StoreRef store = m_world.cluster.vms[ha::at(start.vm)].store;
    if (const Instance *there = instanceOn(start.vm, host)) {
        if (there->isRunning)
            deliver(host, 100ms, ha::VmStarted{start.vm, true, ha::Cause::None});
        return; // it is on its way: its end is told then
    }
    const auto refuse = [&](ha::Cause why) { deliver(host, 500ms, ha::VmStarted{start.vm, false, why}); };
    for (const ha::HostRef where : {host, ha::noHost}) {
        if (const auto failing = vm.failingOn.find(where);
            failing != vm.failingOn.end() && failing->second > 0) {
            --failing->second;
            return refuse(ha::Cause::StartFailed);
        }
    }
    if (m_world.host(host).stores[ha::at(store)] != ha::StoreState::Ok)
        return refuse(ha::Cause::StartFailed);
    if (!vm.instances.empty() && m_scenario.locking[ha::at(store)])
        return refuse(ha::Cause::DiskLocked);
    Instance made{.id = m_nextInstance++, .host = host, .boot = m_world.host(host).boot, .since = m_now};
    vm.instances.push_back(made);
    m_observer.started(start.vm, host, start.proof, start.generation, m_now);
    if (start.proof == ha::Proof::SameHost && vm.lastHost == host && vm.lastBoot == made.boot)
        ++vm.resets;
    vm.lastHost = host;
    vm.lastBoot = made.boot;
    vm.starts.push_back({m_now, host, start.proof, start.attempt});
    schedule(700ms + jitter(600),
             {.kind = Kind::InstanceUp, .token = made.id, .value = static_cast<std::int32_t>(start.vm)});
}

void Simulation::stopVm(ha::HostRef host, const ha::StopVm &stop)
{
    Instance *there = instanceOn(stop.vm, host);
    if (!there) {
        deliver(host, 10ms, ha::VmGone{stop.vm, ha::Departure::Stopped});
        return;
    }
    m_observer.stops(stop.vm, host, stop.cause, m_now);
    if (stop.manner == ha::StopManner::ShutDown && there->isHung)
        return; // it does not listen
    schedule(stop.manner == ha::StopManner::Kill ? 200ms : 5s,
             {.kind = Kind::InstanceEnds,
              .token = there->id,
              .value = static_cast<std::int32_t>(stop.vm),
              .extra = static_cast<std::int32_t>(ha::Departure::Stopped)});
}

void Simulation::resetVm(ha::HostRef host, const ha::ResetVm &reset)
{
    Instance *there = instanceOn(reset.vm, host);
    if (!there)
        return;
    there->isHung = false;
    there->isAppFailed = false;
    there->isGuestReady = false;
    ++m_world.vm(reset.vm).resets;
    schedule(m_scenario.vms[ha::at(reset.vm)].boot,
             {.kind = Kind::GuestReady, .token = there->id, .value = static_cast<std::int32_t>(reset.vm)});
}

void Simulation::migrateVm(ha::HostRef host, const ha::MigrateVm &move)
{
    Instance *there = instanceOn(move.vm, host);
    if (!there || !there->isRunning) {
        deliver(host, 100ms, ha::MigrationFailed{move.vm});
        return;
    }
    there->movingTo = move.to;
    schedule(8s + jitter(4000),
             {.kind = Kind::MigrationDue, .token = there->id, .value = static_cast<std::int32_t>(move.vm)});
}

} // namespace core::simulation
