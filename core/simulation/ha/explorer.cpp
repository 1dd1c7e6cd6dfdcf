// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/explorer.h"

#include <algorithm>

namespace core::simulation {

using namespace std::chrono_literals;

namespace {

constexpr Duration begin = 20s;
constexpr Duration faultsEnd = 200s;
constexpr Duration repaired = 260s;
constexpr Duration end = 420s;

class Maker
{
public:
    Maker(quint64 seed, const ExplorerSize &size) : m_random(scatter(seed)), m_size(size) {}

    Scenario make()
    {
        cluster();
        for (int fault = 0; fault < m_size.faults; ++fault)
            addFault();
        std::ranges::stable_sort(m_scenario.timeline, {}, &Step::at);
        ha::complete(m_scenario.cluster);
        return std::move(m_scenario);
    }

private:
    [[nodiscard]] ha::HostRef anyHost() { return ha::hostRef(m_random.below(m_scenario.hosts.size())); }
    [[nodiscard]] ha::VmRef anyVm() { return ha::vmRef(m_random.below(m_scenario.vms.size())); }
    [[nodiscard]] Duration between(Duration least, Duration most)
    {
        return least
            + Duration(
                   static_cast<std::int64_t>(m_random.below(static_cast<size_t>((most - least).count()))));
    }

    void cluster()
    {
        ha::Cluster &cluster = m_scenario.cluster;
        m_scenario.name = "explored";
        m_scenario.until = end;
        cluster.policy.profile = m_random.chance(0.6) ? ha::Profile::Fast : ha::Profile::Standard;
        cluster.policy.timings = ha::timingsOf(cluster.policy.profile);
        cluster.policy.isolation = static_cast<ha::IsolationResponse>(m_random.below(3));
        cluster.policy.monitoring = static_cast<ha::Monitoring>(m_random.below(3));
        cluster.policy.storage = static_cast<ha::StorageResponse>(m_random.below(3));
        cluster.stores = {"ds1", "ds2"};
        m_scenario.locking = {m_random.chance(0.5), m_random.chance(0.5)};
        const bool hasMembers = m_random.chance(0.5);
        for (int index = 0; index < m_size.hosts; ++index) {
            cluster.hosts.push_back({.name = "h" + std::to_string(index + 1),
                                     .cpu = 20'000,
                                     .memory = 16'384,
                                     .stores = 3,
                                     .hasBmc = m_random.chance(0.8)});
            const double dice = m_random.ratio();
            m_scenario.hosts.push_back({.watchdog = dice < 0.7 ? ha::WatchdogKind::Hardware
                                            : dice < 0.85      ? ha::WatchdogKind::Soft
                                                               : ha::WatchdogKind::None,
                                        .hasEtcd = hasMembers && (index < 3 || m_size.hosts >= 5)});
        }
        for (int index = 0; index < m_size.vms; ++index) {
            cluster.vms.push_back({.name = "vm" + std::to_string(index + 1),
                                   .store = ha::storeRef(m_random.below(2)),
                                   .cpu = 500,
                                   .memory = 1'024,
                                   .priority = static_cast<ha::Priority>(m_random.below(5)),
                                   .dependsOn = {},
                                   .hasGuestAgent = m_random.chance(0.8)});
            m_scenario.vms.push_back({.host = ha::hostRef(static_cast<std::size_t>(index % m_size.hosts))});
        }
        m_scenario.initialHosts = cluster.hosts.size();
        m_scenario.initialVms = cluster.vms.size();
        rules();
    }

    void rules()
    {
        ha::Cluster &cluster = m_scenario.cluster;
        if (m_size.vms < 3 || m_size.hosts < 3)
            return;
        if (m_random.chance(0.5))
            cluster.rules.push_back(
                {.type = ha::RuleType::Apart, .vms = {ha::vmRef(0), ha::vmRef(1)}, .hosts = {}});
        if (m_random.chance(0.3))
            cluster.rules.push_back({.type = ha::RuleType::MustNotRunOn,
                                     .vms = {ha::vmRef(2)},
                                     .hosts = {ha::hostRef(static_cast<std::size_t>(m_size.hosts - 1))}});
        if (m_size.vms > m_size.hosts + 3 && m_random.chance(0.3))
            cluster.rules.push_back(
                {.type = ha::RuleType::Together,
                 .vms = {ha::vmRef(3), ha::vmRef(static_cast<std::size_t>(3 + m_size.hosts))},
                 .hosts = {}});
        if (m_size.vms > 6 && m_random.chance(0.3))
            cluster.vms[5].dependsOn.push_back(ha::vmRef(6));
    }

    void add(Step step, std::optional<Step> repair)
    {
        step.at = between(begin, faultsEnd);
        if (repair) {
            repair->at = m_random.chance(0.3) ? step.at + between(500ms, 20s) : between(step.at, repaired);
            m_scenario.timeline.push_back(*repair);
        }
        m_scenario.timeline.push_back(std::move(step));
    }

    void addPartition()
    {
        Step step{.deed = Deed::Partition, .groups = {{}, {}}};
        for (std::size_t host = 0; host < m_scenario.hosts.size(); ++host)
            step.groups[m_random.below(2)].push_back(ha::hostRef(host));
        add(std::move(step), Step{.deed = Deed::Heal, .groups = {}});
    }

    void addHostFault()
    {
        struct Pair {
            Deed deed;
            Deed repair;
        };
        static constexpr std::array pairs{Pair{Deed::PowerOff, Deed::PowerOn},
                                          Pair{Deed::PowerOff, Deed::PowerOn},
                                          Pair{Deed::BmcDead, Deed::BmcBack},
                                          Pair{Deed::NetworkCut, Deed::NetworkBack},
                                          Pair{Deed::NetworkCut, Deed::NetworkBack},
                                          Pair{Deed::HostPause, Deed::HostResume},
                                          Pair{Deed::HostPause, Deed::HostResume},
                                          Pair{Deed::AgentKill, Deed::AgentStart},
                                          Pair{Deed::EnterMaintenance, Deed::ExitMaintenance}};
        const Pair pair = m_random.pick(pairs);
        const ha::HostRef host = anyHost();
        add(Step{.deed = pair.deed, .host = host, .groups = {}},
            Step{.deed = pair.repair, .host = host, .groups = {}});
    }

    void addFault()
    {
        const size_t kind = m_random.below(22);
        if (kind < 9)
            return addHostFault();
        const ha::HostRef host = anyHost();
        const ha::VmRef vm = anyVm();
        const ha::StoreRef store = ha::storeRef(m_random.below(2));
        const ha::StoreState loss =
            m_random.chance(0.5) ? ha::StoreState::AllPathsDown : ha::StoreState::PermanentLoss;
        switch (kind) {
        case 9: return addPartition();
        case 10: return add(Step{.deed = Deed::Reset, .host = host, .groups = {}}, {});
        case 11: {
            const ha::HostRef to = anyHost();
            return add(Step{.deed = Deed::LinkDown, .host = host, .to = to, .groups = {}},
                       Step{.deed = Deed::LinkUp, .host = host, .to = to, .groups = {}});
        }
        case 12:
        case 13:
            return add(
                Step{.deed = Deed::StorageLost, .host = host, .store = store, .loss = loss, .groups = {}},
                Step{.deed = Deed::StorageBack, .host = host, .store = store, .groups = {}});
        case 14:
            return add(Step{.deed = Deed::StorageLost, .store = store, .loss = loss, .groups = {}},
                       Step{.deed = Deed::StorageBack, .store = store, .groups = {}});
        case 15:
            return add(Step{.deed = Deed::EtcdDown, .groups = {}}, Step{.deed = Deed::EtcdUp, .groups = {}});
        case 16:
            return add(Step{.deed = Deed::EtcdSlow, .amount = m_random.ratio() * 4, .groups = {}},
                       Step{.deed = Deed::EtcdSlow, .groups = {}});
        case 17: return add(Step{.deed = Deed::GuestCrash, .vm = vm, .groups = {}}, {});
        case 18:
            return add(
                Step{.deed = m_random.chance(0.5) ? Deed::GuestHang : Deed::AppFail, .vm = vm, .groups = {}},
                {});
        case 19: return add(Step{.deed = Deed::VmMigrate, .to = host, .vm = vm, .groups = {}}, {});
        case 20: return addVmFault(host, vm);
        default: return add(Step{.deed = Deed::WatchdogBroken, .host = host, .groups = {}}, {});
        }
    }

    void addVmFault(ha::HostRef host, ha::VmRef vm)
    {
        switch (m_random.below(4)) {
        case 0:
            return add(Step{.deed = Deed::StartFails, .host = host, .vm = vm, .amount = 2, .groups = {}}, {});
        case 1:
            return add(Step{.deed = Deed::VmPowerOff, .vm = vm, .groups = {}},
                       Step{.deed = Deed::VmPowerOn, .vm = vm, .groups = {}});
        case 2: return add(Step{.deed = Deed::GuestShutdown, .vm = vm, .groups = {}}, {});
        default: return add(Step{.deed = Deed::Disarm, .groups = {}}, Step{.deed = Deed::Arm, .groups = {}});
        }
    }

    Random m_random;
    ExplorerSize m_size;
    Scenario m_scenario;
};

} // namespace

Scenario randomScenario(quint64 seed, const ExplorerSize &size)
{
    return Maker(seed, size).make();
}

Violation firstViolation(const Scenario &scenario, quint64 seed)
{
    Simulation simulation(scenario, seed, false);
    simulation.run(true);
    const auto &violations = simulation.observer().violations();
    return violations.empty() ? Violation{} : violations.front();
}

} // namespace core::simulation
