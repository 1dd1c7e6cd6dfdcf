// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/simulation.h"

#include <algorithm>

namespace core::simulation {

using namespace std::chrono_literals;

namespace {

constexpr Duration bootTime = 40s;

} // namespace

Instance *Simulation::instanceOn(ha::VmRef vm, ha::HostRef host)
{
    for (Instance &each : m_world.vm(vm).instances) {
        if (each.host == host)
            return &each;
    }
    return nullptr;
}

Instance *Simulation::instance(ha::VmRef vm, std::uint32_t id)
{
    for (Instance &each : m_world.vm(vm).instances) {
        if (each.id == id)
            return &each;
    }
    return nullptr;
}

void Simulation::powerOff(ha::HostRef ref)
{
    SimHost &host = m_world.host(ref);
    if (!host.isOn)
        return;
    host.isOn = false;
    host.isUp = false;
    host.isPaused = false;
    host.isAgentAlive = false;
    host.isWatchdogArmed = false;
    host.isTickDeferred = false;
    host.node.hasTerm = false;
    ++host.run;
    for (const std::size_t slot : host.deferred)
        m_freeInputs.push_back(slot);
    host.deferred.clear();
    for (SimVm &vm : m_world.vms)
        std::erase_if(vm.instances, [&](const Instance &each) { return each.host == ref; });
    reconsiderEtcd();
}

void Simulation::powerOn(ha::HostRef ref)
{
    SimHost &host = m_world.host(ref);
    if (host.isOn)
        return;
    host.isOn = true;
    ++host.boot;
    std::ranges::fill(host.lastDeparture, ha::Departure::Crashed);
    schedule(bootTime + jitter(4000), {.kind = Kind::BootDone, .host = ref, .token = host.boot});
}

void Simulation::killAgent(ha::HostRef ref)
{
    SimHost &host = m_world.host(ref);
    host.isAgentAlive = false;
    host.node.hasTerm = false;
    ++host.run;
}

void Simulation::beginAgent(ha::HostRef ref)
{
    SimHost &host = m_world.host(ref);
    if (!m_world.isAwake(ref))
        return;
    const bool isNewLife = host.node.gate.boot != ha::BootId{host.boot} || host.node.gate.self == ha::noHost;
    ++host.run;
    host.isAgentAlive = true;
    host.node.agent = ha::newAgent(ref, host.disk, m_world.cluster);
    host.node.hasTerm = false;
    ha::Started found{.boot = ha::BootId{host.boot},
                      .uptime = m_now - host.upAt,
                      .watchdog = host.isWatchdogSound ? host.watchdog : ha::WatchdogKind::None,
                      .stores = 0,
                      .vms = {}};
    for (std::size_t store = 0; store < host.stores.size(); ++store) {
        if (host.stores[store] == ha::StoreState::Ok)
            found.stores |= ha::bit(ha::storeRef(store)) & m_world.cluster.hosts[ha::at(ref)].stores;
    }
    for (std::size_t vm = 0; vm < m_world.vms.size(); ++vm) {
        const Instance *there = instanceOn(ha::vmRef(vm), ref);
        found.vms.push_back({ha::vmRef(vm), there != nullptr, host.lastDeparture[vm]});
    }
    if (isNewLife) {
        ha::start(host.node.gate, ref, ha::BootId{host.boot});
        schedule(jitter(999), {.kind = Kind::Tick, .host = ref, .token = host.boot});
    }
    step(ref, found);
    for (std::size_t vm = 0; vm < m_world.vms.size(); ++vm) {
        if (const Instance *there = instanceOn(ha::vmRef(vm), ref))
            sayGuest(ha::vmRef(vm), *there);
    }
}

void Simulation::resume(ha::HostRef ref)
{
    SimHost &host = m_world.host(ref);
    if (!host.isPaused)
        return;
    host.isPaused = false;
    if (host.breaksOnResume)
        breakWatchdog(ref);
    reconsiderEtcd();
    const std::vector<std::size_t> late = std::exchange(host.deferred, {});
    for (const std::size_t slot : late)
        schedule(0ms,
                 {.kind = Kind::Deliver,
                  .host = ref,
                  .token = host.run,
                  .value = static_cast<std::int32_t>(slot)});
    if (std::exchange(host.isTickDeferred, false))
        schedule(0ms, {.kind = Kind::Tick, .host = ref, .token = host.boot});
}

/// The device's time is over, unless it was fed since. A hardware one fires whatever the host does; softdog is part
/// of what is paused.
void Simulation::watchdogDue(ha::HostRef ref)
{
    SimHost &host = m_world.host(ref);
    const Duration waits = m_world.cluster.policy.timings.watchdog;
    const bool fires = host.isWatchdogSound
        && (host.watchdog == ha::WatchdogKind::Hardware
            || (host.watchdog == ha::WatchdogKind::Soft && !host.isPaused));
    if (!host.isOn || !host.isUp || !host.isWatchdogSound)
        return;
    if (m_now - host.fedAt >= waits && fires) {
        m_observer.hostEnds(ref, ha::noHost, m_now);
        powerOff(ref);
        return powerOn(ref);
    }
    const Duration left = host.fedAt + waits - m_now;
    schedule(std::max(left, Duration(500ms)), {.kind = Kind::WatchdogDue, .host = ref, .token = host.boot});
}

void Simulation::sayGuest(ha::VmRef vm, const Instance &there)
{
    if (m_world.cluster.vms[ha::at(vm)].hasGuestAgent && there.isGuestReady)
        deliver(there.host, 5ms, ha::GuestSeen{vm, !there.isHung, !there.isAppFailed && !there.isHung});
}

void Simulation::instanceUp(ha::VmRef vm, std::uint32_t id)
{
    Instance *there = instance(vm, id);
    if (!there)
        return;
    there->isRunning = true;
    there->since = m_now;
    deliver(there->host, 5ms, ha::VmStarted{vm, true, ha::Cause::None});
    schedule(m_scenario.vms[ha::at(vm)].boot,
             {.kind = Kind::GuestReady, .token = id, .value = static_cast<std::int32_t>(vm)});
}

void Simulation::guestReady(ha::VmRef vm, std::uint32_t id)
{
    Instance *there = instance(vm, id);
    if (!there || there->isHung)
        return;
    there->isGuestReady = true;
    sayGuest(vm, *there);
}

void Simulation::endInstance(ha::VmRef vm, std::uint32_t id, ha::Departure how)
{
    const Instance *there = instance(vm, id);
    if (!there)
        return;
    const ha::HostRef host = there->host;
    const bool wasMoving = there->movingTo != ha::noHost;
    if (m_world.host(host).isPaused) { // frozen with all the rest
        schedule(1s,
                 {.kind = Kind::InstanceEnds,
                  .token = id,
                  .value = static_cast<std::int32_t>(vm),
                  .extra = static_cast<std::int32_t>(how)});
        return;
    }
    std::erase_if(m_world.vm(vm).instances, [&](const Instance &each) { return each.id == id; });
    if (how == ha::Departure::ShutDownByGuest || how == ha::Departure::StoppedByUser)
        m_world.vm(vm).isWanted = false;
    m_world.host(host).lastDeparture[ha::at(vm)] = how;
    if (wasMoving)
        deliver(host, 4ms, ha::MigrationFailed{vm});
    deliver(host, 5ms, ha::VmGone{vm, how});
}

void Simulation::migrationDue(ha::VmRef vm, std::uint32_t id)
{
    Instance *there = instance(vm, id);
    if (!there || there->movingTo == ha::noHost)
        return;
    const ha::HostRef from = there->host;
    const ha::HostRef to = there->movingTo;
    there->movingTo = ha::noHost;
    const ha::StoreRef store = m_world.cluster.vms[ha::at(vm)].store;
    const bool isPossible = m_world.isAwake(from) && m_world.isAwake(to) && m_world.reaches(from, to)
        && m_world.reaches(to, from) && m_world.host(to).stores[ha::at(store)] == ha::StoreState::Ok
        && m_world.host(from).stores[ha::at(store)] == ha::StoreState::Ok && !there->isHung;
    if (!isPossible)
        return deliver(from, 5ms, ha::MigrationFailed{vm});
    there->host = to;
    there->boot = m_world.host(to).boot;
    there->since = m_now;
    m_world.vm(vm).lastHost = to;
    m_world.vm(vm).lastBoot = there->boot;
    m_world.host(from).lastDeparture[ha::at(vm)] = ha::Departure::Migrated;
    deliver(from, 5ms, ha::VmGone{vm, ha::Departure::Migrated});
    deliver(to, 5ms, ha::VmArrived{vm});
    sayGuest(vm, *there);
}

} // namespace core::simulation
