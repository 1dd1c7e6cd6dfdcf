// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/simulation.h"

#include <algorithm>

namespace core::simulation {

using namespace std::chrono_literals;

void Simulation::setUp()
{
    m_world.cluster = m_scenario.cluster;
    m_world.cluster.hosts.clear();
    m_world.cluster.vms.clear();
    m_world.cluster.rules.clear();
    m_world.hosts.reserve(m_scenario.hosts.size());
    for (std::size_t host = 0; host < m_scenario.initialHosts; ++host)
        addHost(host);
    for (std::size_t vm = 0; vm < m_scenario.initialVms; ++vm)
        addVm(vm, true);
    reconsiderEtcd();
    m_world.etcd.electedAt = {};
    for (std::size_t host = 0; host < m_scenario.initialHosts; ++host)
        schedule(Duration(10 * host) + jitter(5),
                 {.kind = Kind::AgentBegins, .host = ha::hostRef(host), .token = 1});
    for (std::size_t step = 0; step < m_scenario.timeline.size(); ++step)
        schedule(m_scenario.timeline[step].at,
                 {.kind = Kind::Deed, .value = static_cast<std::int32_t>(step)});
    schedule(1s, {.kind = Kind::Second});
}

void Simulation::addHost(std::size_t index)
{
    m_world.cluster.hosts.push_back(m_scenario.cluster.hosts[index]);
    SimHost host;
    host.watchdog = m_scenario.hosts[index].watchdog;
    host.stores.resize(m_world.cluster.stores.size(), ha::StoreState::Ok);
    host.canSend.resize(m_scenario.hosts.size(), true);
    host.lastDeparture.resize(m_scenario.vms.size(), ha::Departure::Crashed);
    host.heartbeats.resize(m_world.cluster.stores.size());
    host.upAt = m_now - 3600s; // it has run for long
    m_world.hosts.push_back(std::move(host));
    m_world.etcd.fences.emplace_back();
    m_world.etcd.quarantined.push_back(false);
    ha::complete(m_world.cluster);
}

void Simulation::addVm(std::size_t index, bool isRunning)
{
    m_world.cluster.vms.push_back(m_scenario.cluster.vms[index]);
    m_world.cluster.rules.clear();
    for (const ha::Rule &rule : m_scenario.cluster.rules) {
        const bool isKnown = std::ranges::all_of(
            rule.vms, [&](ha::VmRef vm) { return ha::at(vm) < m_world.cluster.vms.size(); });
        if (isKnown)
            m_world.cluster.rules.push_back(rule);
    }
    ha::complete(m_world.cluster);
    const ha::HostRef host = m_scenario.vms[index].host;
    SimHost &home = m_world.host(host);
    SimVm vm;
    vm.lastHost = host;
    vm.lastBoot = home.boot;
    ha::Owner owner{.host = host,
                    .boot = ha::BootId{home.boot},
                    .generation = 1,
                    .phase = ha::Phase::Running,
                    .proof = ha::Proof::SameHost,
                    .revision = ha::Revision{++m_world.etcd.revision}};
    if (isRunning) {
        vm.instances.push_back({.id = m_nextInstance++,
                                .host = host,
                                .boot = home.boot,
                                .isRunning = true,
                                .isGuestReady = true,
                                .since = m_now});
        home.disk.boot = ha::BootId{home.boot};
        home.disk.vms.resize(m_world.cluster.vms.size());
        home.disk.vms[index] = {1, ha::Condition::Running, ha::Cause::None};
    } else { // made just now: a user powers it on
        owner.phase = ha::Phase::Stopped;
        owner.generation = 0;
        vm.isWanted = false;
    }
    m_world.etcd.owners.push_back(owner);
    m_world.vms.push_back(std::move(vm));
}

void Simulation::befall(const Step &step)
{
    if (m_keepsEvents)
        m_events.push_back({m_now, ha::noHost, false, {}, &step});
    befallHost(step);
    befallPaths(step);
    befallVm(step);
    befallCluster(step);
    reconsiderEtcd();
}

/// Its next test fails. That is run by the host: what has begun to count while the host stands still goes on.
void Simulation::breakWatchdog(ha::HostRef ref)
{
    SimHost &host = m_world.host(ref);
    host.breaksOnResume = host.isPaused;
    if (host.isPaused)
        return;
    host.isWatchdogSound = false;
    deliver(ref, 10ms, ha::WatchdogChanged{ha::WatchdogKind::None});
}

void Simulation::befallHost(const Step &step)
{
    switch (step.deed) {
    case Deed::PowerOff: return powerOff(step.host);
    case Deed::PowerOn: return powerOn(step.host);
    case Deed::Reset:
        if (!m_world.host(step.host).isOn)
            return;
        powerOff(step.host);
        return powerOn(step.host);
    case Deed::BmcDead: m_world.host(step.host).isBmcAlive = false; return;
    case Deed::BmcBack:
        m_world.host(step.host).isBmcAlive = m_world.cluster.hosts[ha::at(step.host)].hasBmc;
        return;
    case Deed::HostPause:
        m_world.host(step.host).isPaused = m_world.host(step.host).isOn && m_world.host(step.host).isUp;
        return;
    case Deed::HostResume: return resume(step.host);
    case Deed::AgentKill: return killAgent(step.host);
    case Deed::AgentStart:
        if (!m_world.host(step.host).isAgentAlive)
            beginAgent(step.host);
        return;
    case Deed::WatchdogBroken: return breakWatchdog(step.host);
    default: return;
    }
}

void Simulation::setStore(ha::HostRef ref, ha::StoreRef store, ha::StoreState state)
{
    SimHost &host = m_world.host(ref);
    if (host.stores[ha::at(store)] == state
        || (m_world.cluster.hosts[ha::at(ref)].stores & ha::bit(store)) == 0)
        return;
    host.stores[ha::at(store)] = state;
    if (host.isOn && host.isUp)
        deliver(ref, 50ms, ha::StoreChanged{store, state});
}

void Simulation::befallPaths(const Step &step)
{
    const auto each = [&](auto &&what) {
        for (std::size_t host = 0; host < m_world.hosts.size(); ++host)
            what(ha::hostRef(host));
    };
    switch (step.deed) {
    case Deed::NetworkCut: m_world.host(step.host).isCut = true; return;
    case Deed::NetworkBack: m_world.host(step.host).isCut = false; return;
    case Deed::Partition:
        for (std::size_t group = 0; group < step.groups.size(); ++group) {
            for (const ha::HostRef host : step.groups[group])
                m_world.host(host).group = static_cast<int>(group);
        }
        return;
    case Deed::Heal:
        for (SimHost &host : m_world.hosts)
            host.group = 0;
        return;
    case Deed::LinkDown: m_world.host(step.host).canSend[ha::at(step.to)] = false; return;
    case Deed::LinkUp: m_world.host(step.host).canSend[ha::at(step.to)] = true; return;
    case Deed::StorageLost:
        return each([&](ha::HostRef host) {
            if (step.host == ha::noHost || step.host == host)
                setStore(host, step.store, step.loss);
        });
    case Deed::StorageBack:
        return each([&](ha::HostRef host) {
            if (step.host == ha::noHost || step.host == host)
                setStore(host, step.store, ha::StoreState::Ok);
        });
    case Deed::EtcdDown: m_world.etcd.isDown = true; return;
    case Deed::EtcdUp:
        if (!m_world.etcd.isDown)
            return;
        m_world.etcd.isDown = false;
        m_world.etcd.electedAt = m_now + 1s;
        for (SimHost &host : m_world.hosts)
            host.leaseEnds = m_world.etcd.electedAt + m_world.cluster.policy.timings.lease;
        return;
    case Deed::EtcdSlow: m_world.etcd.delay = Duration(static_cast<std::int64_t>(step.amount * 1000)); return;
    default: return;
    }
}

void Simulation::befallVm(const Step &step)
{
    if (step.vm == ha::noVm)
        return;
    SimVm &vm = m_world.vm(step.vm);
    Instance *there = vm.instances.empty() ? nullptr : &vm.instances.front();
    const auto end = [&](ha::Departure how, Duration delay) {
        if (there && there->isRunning)
            schedule(delay,
                     {.kind = Kind::InstanceEnds,
                      .token = there->id,
                      .value = static_cast<std::int32_t>(step.vm),
                      .extra = static_cast<std::int32_t>(how)});
    };
    const ha::HostRef first = primary();
    const bool isHeard = first != ha::noHost && component(first) == 0;
    switch (step.deed) {
    case Deed::GuestCrash: return end(ha::Departure::Crashed, 0ms);
    case Deed::GuestShutdown:
        if (there && !there->isHung)
            end(ha::Departure::ShutDownByGuest, 2s);
        return;
    case Deed::GuestHang:
    case Deed::AppFail:
        if (!there || !there->isRunning)
            return;
        (step.deed == Deed::GuestHang ? there->isHung : there->isAppFailed) = true;
        return sayGuest(step.vm, *there);
    case Deed::StartFails: vm.failingOn[step.host] = static_cast<int>(step.amount); return;
    case Deed::VmPowerOff:
        if (there && m_world.isAwake(there->host) && component(there->host) == 0)
            end(ha::Departure::StoppedByUser, 500ms);
        return;
    case Deed::VmPowerOn:
        if (!isHeard || !vm.instances.empty())
            return; // ha.no-quorum
        return deliver(first, 2ms, ha::Received{first, ha::PowerOnRequest{step.vm}});
    case Deed::VmMigrate:
        if (isHeard)
            deliver(first, 2ms, ha::Received{first, ha::MigrateRequest{step.vm, step.to}});
        return;
    case Deed::AddVm:
    default: return;
    }
}

void Simulation::befallCluster(const Step &step)
{
    switch (step.deed) {
    case Deed::EnterMaintenance: m_world.cluster.hosts[ha::at(step.host)].isInMaintenance = true; return;
    case Deed::ExitMaintenance: m_world.cluster.hosts[ha::at(step.host)].isInMaintenance = false; return;
    case Deed::Disarm: m_world.cluster.policy.isArmed = false; return;
    case Deed::Arm: m_world.cluster.policy.isArmed = true; return;
    case Deed::AddHost:
        addHost(ha::at(step.host));
        return schedule(1s, {.kind = Kind::AgentBegins, .host = step.host, .token = 1});
    case Deed::AddVm: {
        const std::size_t index = m_world.vms.size();
        addVm(index, false);
        if (const ha::HostRef first = primary(); first != ha::noHost)
            deliver(first, 1500ms, ha::Received{first, ha::PowerOnRequest{ha::vmRef(index)}});
        return;
    }
    default: return;
    }
}

} // namespace core::simulation
