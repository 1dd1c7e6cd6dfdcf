// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/ha/observer.h"
#include "core/simulation/random.h"

#include <queue>

/// Runs the agents' and primaries' production code on simulated hosts in virtual time. The same scenario and seed give
/// the same run, to the byte.
namespace core::simulation {

struct ToldEvent {
    ha::Moment at{};
    ha::HostRef teller = ha::noHost; ///< noHost: the scenario
    bool isPrimary = false;
    ha::Event event;
    const Step *step = nullptr; ///< of the scenario's
};

class Simulation
{
public:
    Simulation(const Scenario &scenario, quint64 seed, bool keepsEvents);
    Simulation(const Simulation &) = delete;
    Simulation &operator=(const Simulation &) = delete;

    /// To the scenario's end, or to the first violation.
    void run(bool stopsAtViolation = false);

    [[nodiscard]] const World &world() const { return m_world; }
    [[nodiscard]] const Scenario &scenario() const { return m_scenario; }
    [[nodiscard]] const Observer &observer() const { return m_observer; }
    [[nodiscard]] const std::vector<ToldEvent> &events() const { return m_events; }
    [[nodiscard]] ha::Moment now() const { return m_now; }
    [[nodiscard]] quint64 seed() const { return m_seed; }
    /// The host whose agent is primary and can act as such; noHost: none.
    [[nodiscard]] ha::HostRef primary() const;

private:
    enum class Kind : std::uint8_t {
        Deliver, ///< an input to an agent
        Request, ///< an action that reaches coordination late
        Tick,
        Second, ///< the observer
        Deed,
        BootDone,
        AgentBegins,
        WatchdogDue,
        LeaseDue,
        PowerDue, ///< a BMC's answer
        InstanceUp,
        InstanceEnds,
        GuestReady,
        MigrationDue,
    };
    struct Entry {
        ha::Moment at{};
        std::uint64_t order = 0;
        Kind kind{};
        ha::HostRef host = ha::noHost;
        std::uint32_t token = 0; ///< run, boot or instance it is meant for
        std::int32_t value = 0; ///< slot, machine, step …
        std::int32_t extra = 0;

        [[nodiscard]] bool operator<(const Entry &other) const
        {
            return at != other.at ? at > other.at : order > other.order;
        }
    };

    // simulation.cpp: time
    void schedule(Duration delay, Entry entry);
    void deliver(ha::HostRef host, Duration delay, ha::Input input);
    void dispatch(const Entry &entry);
    void dispatchVm(const Entry &entry);
    void step(ha::HostRef host, const ha::Input &input);
    void tickHost(ha::HostRef host);
    [[nodiscard]] Duration jitter(int most); ///< ms
    // actions.cpp: what agents do
    void perform(ha::HostRef host, const ha::Action &action);
    void send(ha::HostRef host, const ha::Send &action);
    void startVm(ha::HostRef host, const ha::StartVm &action);
    void stopVm(ha::HostRef host, const ha::StopVm &action);
    void resetVm(ha::HostRef host, const ha::ResetVm &action);
    void migrateVm(ha::HostRef host, const ha::MigrateVm &action);
    void orderPower(ha::HostRef host, const ha::OrderPower &action);
    void readHeartbeats(ha::HostRef host, const ha::ReadHeartbeats &action);
    void writeHeartbeat(ha::HostRef host, const ha::WriteHeartbeat &action);
    void ping(ha::HostRef host, ha::HostRef to);
    // etcd.cpp
    [[nodiscard]] bool reachesEtcd(ha::HostRef host) const;
    [[nodiscard]] int component(ha::HostRef host) const;
    [[nodiscard]] int quorumComponent() const;
    [[nodiscard]] bool isEtcdServing() const;
    void reconsiderEtcd();
    void ask(ha::HostRef host, const ha::Action &action);
    void serve(ha::HostRef host, const ha::Action &action);
    void reply(ha::HostRef host, ha::Input input);
    void broadcast(const ha::Input &news);
    void renew(ha::HostRef host, const ha::Renew &request);
    void writeOwner(ha::HostRef host, const ha::OwnerWrite &request);
    void endElection();
    void endSession(ha::HostRef host);
    [[nodiscard]] bool holds(ha::Epoch epoch) const;
    [[nodiscard]] ha::Everything everything() const;
    // hosts.cpp: machines of both kinds
    void powerOff(ha::HostRef host);
    void powerOn(ha::HostRef host);
    void killAgent(ha::HostRef host);
    void beginAgent(ha::HostRef host);
    void resume(ha::HostRef host);
    void watchdogDue(ha::HostRef host);
    void instanceUp(ha::VmRef vm, std::uint32_t id);
    void endInstance(ha::VmRef vm, std::uint32_t id, ha::Departure how);
    void guestReady(ha::VmRef vm, std::uint32_t id);
    void migrationDue(ha::VmRef vm, std::uint32_t id);
    [[nodiscard]] Instance *instanceOn(ha::VmRef vm, ha::HostRef host);
    [[nodiscard]] Instance *instance(ha::VmRef vm, std::uint32_t id);
    void sayGuest(ha::VmRef vm, const Instance &instance);
    // deeds.cpp: what befalls
    void befall(const Step &step);
    void befallHost(const Step &step);
    void breakWatchdog(ha::HostRef host);
    void befallPaths(const Step &step);
    void befallVm(const Step &step);
    void befallCluster(const Step &step);
    void setStore(ha::HostRef host, ha::StoreRef store, ha::StoreState state);
    void setUp();
    void addHost(std::size_t index);
    void addVm(std::size_t index, bool isRunning);

    const Scenario &m_scenario;
    quint64 m_seed;
    bool m_keepsEvents;
    Random m_random;
    World m_world;
    Observer m_observer;
    ha::Moment m_now{};
    std::uint64_t m_order = 0;
    std::uint32_t m_nextInstance = 1;
    std::priority_queue<Entry> m_queue;
    std::vector<ha::Input> m_inputs;
    std::vector<std::size_t> m_freeInputs;
    std::vector<ha::Action> m_requests;
    std::vector<ha::Actions> m_scratch; ///< of nested steps
    std::size_t m_depth = 0;
    std::vector<ToldEvent> m_events;
};

} // namespace core::simulation
