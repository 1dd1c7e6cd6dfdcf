// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/simulation.h"

namespace core::simulation {

using namespace std::chrono_literals;

Simulation::Simulation(const Scenario &scenario, quint64 seed, bool keepsEvents)
    : m_scenario(scenario),
      m_seed(seed),
      m_keepsEvents(keepsEvents),
      m_random(seed),
      m_observer(m_world, scenario)
{
    setUp();
}

Duration Simulation::jitter(int most)
{
    return Duration(static_cast<int>(m_random.below(static_cast<size_t>(most) + 1)));
}

void Simulation::schedule(Duration delay, Entry entry)
{
    entry.at = m_now + delay;
    entry.order = ++m_order;
    m_queue.push(entry);
}

void Simulation::deliver(ha::HostRef host, Duration delay, ha::Input input)
{
    std::size_t slot = m_inputs.size();
    if (m_freeInputs.empty()) {
        m_inputs.push_back(std::move(input));
    } else {
        slot = m_freeInputs.back();
        m_freeInputs.pop_back();
        m_inputs[slot] = std::move(input);
    }
    schedule(delay,
             {.kind = Kind::Deliver,
              .host = host,
              .token = m_world.host(host).run,
              .value = static_cast<std::int32_t>(slot)});
}

void Simulation::run(bool stopsAtViolation)
{
    while (!m_queue.empty() && m_queue.top().at <= m_scenario.until) {
        const Entry entry = m_queue.top();
        m_queue.pop();
        m_now = entry.at;
        dispatch(entry);
        if (stopsAtViolation && m_observer.invariants().sum() > 0)
            return;
    }
    m_now = m_scenario.until;
}

void Simulation::step(ha::HostRef host, const ha::Input &input)
{
    if (m_scratch.size() <= m_depth)
        m_scratch.emplace_back();
    ha::Actions actions = std::move(m_scratch[m_depth]);
    actions.clear();
    ++m_depth;
    ha::step(m_world.host(host).node, m_world.cluster, input, m_now, actions);
    for (const ha::Action &action : actions)
        perform(host, action);
    --m_depth;
    m_scratch[m_depth] = std::move(actions);
}

void Simulation::tickHost(ha::HostRef ref)
{
    SimHost &host = m_world.host(ref);
    ha::Actions actions;
    ha::tick(host.node.gate, m_world.cluster, m_now, actions);
    for (const ha::Action &action : actions)
        perform(ref, action);
    if (host.isAgentAlive)
        step(ref, ha::Tick{});
    schedule(1s, {.kind = Kind::Tick, .host = ref, .token = host.boot});
}

void Simulation::dispatch(const Entry &entry)
{
    switch (entry.kind) {
    case Kind::Deliver: {
        SimHost &host = m_world.host(entry.host);
        const auto slot = static_cast<std::size_t>(entry.value);
        if (host.isPaused && host.run == entry.token) {
            host.deferred.push_back(slot);
            return;
        }
        const ha::Input input = std::move(m_inputs[slot]);
        m_freeInputs.push_back(slot);
        if (host.run != entry.token || !host.isOn || !host.isUp)
            return;
        if (host.isAgentAlive)
            step(entry.host, input);
        else if (const auto *written = std::get_if<ha::HeartbeatWrittenOn>(&input))
            ha::renewed(host.node.gate, written->sentAt);
        return;
    }
    case Kind::Request:
        if (isEtcdServing() && reachesEtcd(entry.host) && m_world.host(entry.host).run == entry.token)
            serve(entry.host, m_requests[static_cast<std::size_t>(entry.value)]);
        return;
    case Kind::Tick: {
        SimHost &host = m_world.host(entry.host);
        if (host.boot != entry.token || !host.isOn || !host.isUp)
            return;
        if (host.isPaused)
            host.isTickDeferred = true;
        else
            tickHost(entry.host);
        return;
    }
    case Kind::Second: m_observer.tick(m_now); return schedule(1s, {.kind = Kind::Second});
    case Kind::Deed: return befall(m_scenario.timeline[static_cast<std::size_t>(entry.value)]);
    default: return dispatchVm(entry);
    }
}

void Simulation::dispatchVm(const Entry &entry)
{
    const ha::VmRef vm{entry.value};
    switch (entry.kind) {
    case Kind::BootDone: {
        SimHost &host = m_world.host(entry.host);
        if (host.boot != entry.token || !host.isOn)
            return;
        host.isUp = true;
        host.upAt = m_now;
        reconsiderEtcd();
        return beginAgent(entry.host);
    }
    case Kind::AgentBegins:
        if (m_world.host(entry.host).run == entry.token)
            beginAgent(entry.host);
        return;
    case Kind::WatchdogDue:
        if (m_world.host(entry.host).boot == entry.token)
            watchdogDue(entry.host);
        return;
    case Kind::LeaseDue: {
        SimHost &host = m_world.host(entry.host);
        const bool isOver = isEtcdServing() && m_now >= host.leaseEnds;
        if (isOver || !host.hasSession) {
            host.isLeaseWatched = false;
            if (host.hasSession)
                endSession(entry.host);
        } else {
            schedule(isEtcdServing() ? host.leaseEnds - m_now : Duration(1s), entry);
        }
        return;
    }
    case Kind::PowerDue: {
        const ha::HostRef asked = ha::HostRef{static_cast<std::int16_t>(entry.value)};
        const auto order = static_cast<ha::PowerOrder>(entry.extra);
        SimHost &target = m_world.host(asked);
        ha::PowerState state = ha::PowerState::Unknown;
        if (target.isBmcAlive) {
            if (order == ha::PowerOrder::Off && target.isOn) {
                m_observer.hostEnds(asked, entry.host, m_now);
                powerOff(asked);
            }
            state = target.isOn ? ha::PowerState::On : ha::PowerState::Off;
        }
        if (m_world.host(entry.host).run == entry.token)
            deliver(entry.host, 0ms, ha::PowerAnswer{asked, order, state});
        return;
    }
    case Kind::InstanceUp: return instanceUp(vm, entry.token);
    case Kind::InstanceEnds: return endInstance(vm, entry.token, static_cast<ha::Departure>(entry.extra));
    case Kind::GuestReady: return guestReady(vm, entry.token);
    case Kind::MigrationDue: return migrationDue(vm, entry.token);
    case Kind::Deliver:
    case Kind::Request:
    case Kind::Tick:
    case Kind::Second:
    case Kind::Deed: return;
    }
}

ha::HostRef Simulation::primary() const
{
    for (std::size_t index = 0; index < m_world.hosts.size(); ++index) {
        const ha::HostRef host = ha::hostRef(index);
        const SimHost &each = m_world.hosts[index];
        if (m_world.isAwake(host) && each.isAgentAlive && each.node.hasTerm && m_world.etcd.primary == host)
            return host;
    }
    return ha::noHost;
}

} // namespace core::simulation
