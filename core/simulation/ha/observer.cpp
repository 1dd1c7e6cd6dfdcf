// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/observer.h"

#include <algorithm>
#include <bit>

namespace core::simulation {

using namespace std::chrono_literals;

void Observer::violated(int Invariants::*count, const char *name, ha::VmRef vm, ha::HostRef host,
                        ha::Moment now)
{
    ++(m_counts.*count);
    m_violations.push_back({now, name, vm, host});
}

void Observer::started(ha::VmRef ref, ha::HostRef host, ha::Proof proof, std::uint32_t generation,
                       ha::Moment now)
{
    const SimVm &vm = m_world.vm(ref);
    const ha::Vm &config = m_world.cluster.vms[ha::at(ref)];
    if (vm.instances.size() > 1) {
        violated(&Invariants::doubleRun, "double_run", ref, host, now);
        if (!m_scenario.locking[ha::at(config.store)])
            violated(&Invariants::doubleWriter, "double_writer", ref, host, now);
    }
    const bool isSameLife = vm.lastHost == host && vm.lastBoot == m_world.host(host).boot;
    if (!isSameLife) {
        const SimHost &last = m_world.host(vm.lastHost);
        const ha::Owner &owner = m_world.etcd.owners[ha::at(ref)];
        const bool isOver = !last.isOn || last.boot != vm.lastBoot;
        const bool isLie = (proof == ha::Proof::BmcOff && !isOver)
            || (proof == ha::Proof::WatchdogElapsed
                && (!isOver || last.watchdog != ha::WatchdogKind::Hardware));
        const bool isOwner = owner.host == host && owner.generation == generation
            && owner.boot == ha::BootId{m_world.host(host).boot};
        if (proof == ha::Proof::None || isLie || !isOwner)
            violated(&Invariants::unprovedStart, "unproved_start", ref, host, now);
    }
    checkRules(ref, host, now);
}

void Observer::checkRules(ha::VmRef ref, ha::HostRef host, ha::Moment now)
{
    for (const ha::Rule &rule : m_world.cluster.rules) {
        if (!ha::isStrict(rule, m_world.cluster.policy) || std::ranges::find(rule.vms, ref) == rule.vms.end())
            continue;
        const bool isListed = std::ranges::find(rule.hosts, host) != rule.hosts.end();
        bool isBroken = (rule.type == ha::RuleType::MustRunOn && !isListed)
            || (rule.type == ha::RuleType::MustNotRunOn && isListed);
        for (const ha::VmRef other : rule.vms) {
            for (const Instance &each : m_world.vm(other).instances) {
                if (other == ref)
                    continue;
                isBroken = isBroken || (rule.type == ha::RuleType::Apart && each.host == host)
                    || (rule.type == ha::RuleType::Together && each.host != host);
            }
        }
        const bool wasSo = m_world.vm(ref).lastHost == host; // again in place: nothing was decided
        if (isBroken && !wasSo)
            violated(&Invariants::ruleBroken, "rule_broken", ref, host, now);
    }
}

bool Observer::writesHeartbeats(ha::HostRef ref) const
{
    const SimHost &host = m_world.host(ref);
    if (!m_world.isAwake(ref))
        return false;
    for (ha::StoreMask left = m_world.cluster.heartbeatStores[ha::at(ref)]; left != 0; left &= left - 1) {
        if (host.stores[static_cast<std::size_t>(std::countr_zero(left))] == ha::StoreState::Ok)
            return true;
    }
    return false;
}

/// And could for a while.
bool Observer::couldWrite(ha::HostRef host, ha::Moment now) const
{
    return ha::at(host) < m_silent.size() && now - m_silent[ha::at(host)] > 15s && writesHeartbeats(host);
}

/// The one could read what the other writes.
bool Observer::sharesStore(ha::HostRef one, ha::HostRef other) const
{
    for (ha::StoreMask left = m_world.cluster.heartbeatStores[ha::at(one)]; left != 0; left &= left - 1) {
        const auto store = static_cast<std::size_t>(std::countr_zero(left));
        if (m_world.host(one).stores[store] == ha::StoreState::Ok
            && m_world.host(other).stores[store] == ha::StoreState::Ok)
            return true;
    }
    return false;
}

void Observer::hostEnds(ha::HostRef host, ha::HostRef orderedBy, ha::Moment now)
{
    // A host that could write its heartbeats was seen alive by whoever could read them; then only coordination or the
    // network was away.
    const bool wasVisible = orderedBy == ha::noHost || now - m_unseen[ha::at(host)] > 15s;
    if (couldWrite(host, now) && wasVisible)
        violated(&Invariants::killedForEtcd, "killed_for_etcd", ha::noVm, host, now);
}

void Observer::stops(ha::VmRef vm, ha::HostRef host, ha::Cause cause, ha::Moment now)
{
    if (cause == ha::Cause::WatchdogFailed && !couldWrite(host, now))
        return; // nobody could see it
    const bool isMeant = cause == ha::Cause::AllPathsDown || cause == ha::Cause::PermanentLoss
        || (cause == ha::Cause::Isolated
            && m_world.cluster.policy.isolation != ha::IsolationResponse::LeavePoweredOn);
    const ha::Owner &owner = m_world.etcd.owners[ha::at(vm)];
    const bool isForeign = owner.host != host || owner.boot != ha::BootId{m_world.host(host).boot};
    if (!isMeant && !isForeign)
        violated(&Invariants::killedForEtcd, "killed_for_etcd", vm, host, now);
}

void Observer::persists(ha::HostRef host, ha::Epoch before, ha::Epoch after, ha::Moment now)
{
    if (after < before)
        violated(&Invariants::epochRegression, "epoch_regression", ha::noVm, host, now);
}

Duration Observer::bound() const
{
    switch (m_world.cluster.policy.profile) {
    case ha::Profile::Fast: return 35s;
    case ha::Profile::Standard: return 75s;
    case ha::Profile::Tolerant: return 150s;
    }
    return 150s;
}

bool Observer::couldBeProved(ha::VmRef ref, ha::HostRef primary) const
{
    const SimVm &vm = m_world.vm(ref);
    const ha::Owner &owner = m_world.etcd.owners[ha::at(ref)];
    if (owner.host == ha::noHost || owner.phase == ha::Phase::Migrating)
        return false;
    const SimHost &last = m_world.host(owner.host);
    const bool isOver = !last.isOn || ha::BootId{last.boot} != owner.boot;
    if (!isOver) // it is its host's to say
        return m_world.isAwake(owner.host) && last.isAgentAlive && m_world.reaches(owner.host, primary)
            && m_world.reaches(primary, owner.host) && vm.lastHost == owner.host;
    if (m_world.etcd.fences[ha::at(owner.host)].boot >= owner.boot)
        return true;
    if (last.isOn && last.isUp)
        return last.isAgentAlive && !last.isPaused && m_world.reaches(owner.host, primary)
            && m_world.reaches(primary, owner.host);
    if (last.isOn) // it boots, and will say so itself
        return false;
    return last.isBmcAlive && m_world.cluster.hosts[ha::at(owner.host)].hasBmc;
}

bool Observer::hasRoom(ha::VmRef ref, ha::HostRef primary) const
{
    const ha::Vm &config = m_world.cluster.vms[ha::at(ref)];
    for (std::size_t index = 0; index < m_world.hosts.size(); ++index) {
        const ha::HostRef host = ha::hostRef(index);
        const SimHost &each = m_world.hosts[index];
        const ha::Host &capacity = m_world.cluster.hosts[index];
        const bool takes = m_world.isAwake(host) && each.isAgentAlive && m_world.reaches(host, primary)
            && m_world.reaches(primary, host) && !capacity.isInMaintenance && !m_world.etcd.quarantined[index]
            && (capacity.stores & ha::bit(config.store)) != 0
            && each.stores[ha::at(config.store)] == ha::StoreState::Ok && !each.isCut
            && each.group == m_world.etcd.quorum;
        if (!takes)
            continue;
        std::int64_t cpu = capacity.cpu;
        std::int64_t memory = capacity.memory;
        for (std::size_t other = 0; other < m_world.vms.size(); ++other) {
            const ha::Owner &owner = m_world.etcd.owners[other];
            const bool isPromised =
                owner.phase != ha::Phase::Stopped && (owner.host == host || owner.to == host);
            const bool isHere = std::ranges::any_of(m_world.vms[other].instances,
                                                    [&](const Instance &one) { return one.host == host; });
            if ((isPromised || isHere) && other != ha::at(ref)) {
                cpu -= m_world.cluster.vms[other].cpu;
                memory -= m_world.cluster.vms[other].memory;
            }
        }
        if (cpu >= config.cpu && memory >= config.memory)
            return true;
    }
    return false;
}

bool Observer::couldStart(ha::VmRef ref, ha::HostRef primary) const
{
    const ha::Vm &config = m_world.cluster.vms[ha::at(ref)];
    const SimVm &vm = m_world.vm(ref);
    if (!vm.isWanted || !vm.instances.empty() || config.priority == ha::Priority::Disabled
        || !config.dependsOn.empty() || !m_world.cluster.rulesOf[ha::at(ref)].empty())
        return false;
    if (!vm.failingOn.empty())
        return false; // its starts were made to fail, and between two tries there are pauses
    const SimHost &last = m_world.host(vm.lastHost);
    const bool isGivenUp = last.boot == vm.lastBoot && ha::at(ref) < last.disk.vms.size()
        && last.disk.vms[ha::at(ref)].condition == ha::Condition::Attention;
    return !isGivenUp && couldBeProved(ref, primary) && hasRoom(ref, primary);
}

void Observer::tick(ha::Moment now)
{
    m_waits.resize(m_world.vms.size());
    ha::HostRef primary = m_world.etcd.primary;
    if (primary != ha::noHost
        && (!m_world.isAwake(primary) || !m_world.host(primary).node.hasTerm || m_world.etcd.isDown))
        primary = ha::noHost;
    if (m_world.etcd.delay >= 500ms)
        m_awkwardAt = now;
    for (std::size_t host = 0; host < m_world.hosts.size(); ++host) {
        m_silent.resize(m_world.hosts.size(), ha::never);
        if (!writesHeartbeats(ha::hostRef(host)))
            m_silent[host] = now;
        m_unseen.resize(m_world.hosts.size(), ha::never);
        if (primary == ha::noHost || !sharesStore(ha::hostRef(host), primary))
            m_unseen[host] = now;
    }
    const bool hasChanged = primary != m_primary;
    m_primary = primary;
    for (std::size_t index = 0; index < m_waits.size(); ++index) {
        Wait &wait = m_waits[index];
        if (!m_world.vms[index].instances.empty() || !m_world.vms[index].isWanted) {
            wait = {};
            continue;
        }
        if (hasChanged)
            wait.allowed += 15s;
        const bool isPossible = primary != ha::noHost && now - m_awkwardAt > 60s
            && m_world.cluster.policy.isArmed && m_world.host(primary).group == m_world.etcd.quorum
            && couldStart(ha::vmRef(index), primary);
        if (!isPossible)
            continue;
        wait.waited += 1s;
        if (!wait.isCounted && wait.waited > bound() + wait.allowed) {
            wait.isCounted = true;
            violated(&Invariants::lateStart, "late_start", ha::vmRef(index), m_world.vms[index].lastHost,
                     now);
        }
    }
}

} // namespace core::simulation
