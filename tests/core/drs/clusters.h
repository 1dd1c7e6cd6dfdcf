// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/plan.h"

#include <QSet>

#include <map>
#include <random>

/// Clusters to plan, and a judge of plans that shares no code with the planner.
namespace drstest {

using namespace core::drs;

inline Instance hostsOf(int count, Amount cpu = 10'000, Amount memory = 100'000)
{
    Instance instance;
    for (int i = 0; i < count; ++i)
        instance.hosts.push_back({.id = QStringLiteral("h%1").arg(i), .cpu = cpu, .memory = memory});
    return instance;
}

inline int add(Instance &instance, int host, Amount cpu, Amount memory)
{
    const auto index = static_cast<int>(instance.machines.size());
    instance.machines.push_back(
        {.id = QStringLiteral("vm%1").arg(index), .host = host, .cpuDemand = cpu, .memory = memory});
    return index;
}

inline int rule(Instance &instance, RuleType type, std::vector<int> machines, std::vector<int> hosts = {})
{
    const auto index = static_cast<int>(instance.rules.size());
    instance.rules.push_back({.id = QStringLiteral("r%1").arg(index),
                              .type = type,
                              .machines = std::move(machines),
                              .hosts = std::move(hosts),
                              .created = index});
    return index;
}

/// Uneven hosts and machines, with rules, reservations, hosts in maintenance and machines that may not move.
inline Instance anyCluster(std::uint32_t seed)
{
    std::mt19937 chance(seed);
    const auto below = [&](int most) {
        return static_cast<int>(chance() % static_cast<std::uint32_t>(most));
    };
    Instance instance;
    instance.config.threshold = 1 + below(5);
    const int hosts = 2 + below(14);
    for (int i = 0; i < hosts; ++i) {
        Host host{.id = QStringLiteral("h%1").arg(i),
                  .cpu = 4'000 + 1'000 * below(10),
                  .memory = 100'000 + 50'000 * below(8)};
        host.state = below(12) == 0 ? HostState::Maintenance
            : below(20) == 0        ? HostState::Disconnected
                                    : HostState::Connected;
        host.statsAge = below(15) == 0 ? 500 : 10;
        instance.hosts.push_back(host);
    }
    const int machines = hosts * (3 + below(15));
    for (int i = 0; i < machines; ++i) {
        const int index = add(instance, below(1 + below(hosts)), below(700), 1'000 + 1'000 * below(16));
        Machine &machine = instance.machines[at(index)];
        machine.dirtyRate = below(10) == 0 ? 2'000 : below(100);
        machine.automation = below(15) == 0 ? Automation::Disabled : Automation::Default;
        machine.sinceMove = below(10) == 0 ? 60 : 99'999;
        machine.cpuReservation = below(8) == 0 ? below(900) : 0;
        machine.memoryReservation = below(8) == 0 ? machine.memory : 0;
        for (int host = 0; below(12) == 0 && host < hosts; ++host) {
            if (below(2) == 0)
                machine.compatible.push_back(host);
        }
    }
    for (int i = 0; i < below(8); ++i) {
        std::vector<int> members;
        for (int j = 0; j < 2 + below(4); ++j)
            members.push_back(below(machines));
        std::sort(members.begin(), members.end());
        members.erase(std::unique(members.begin(), members.end()), members.end());
        std::vector<int> places{below(hosts), below(hosts)};
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
        rule(instance, static_cast<RuleType>(below(6)), members, places);
    }
    return instance;
}

/// Where everybody is, and what is wrong with it.
class Judge
{
public:
    explicit Judge(const Instance &instance) : m_instance(instance)
    {
        for (const Machine &machine : instance.machines)
            m_where.push_back(machine.host);
    }

    void move(const Move &move) { m_where[at(move.machine)] = move.to; }
    [[nodiscard]] int where(int machine) const { return m_where[at(machine)]; }
    [[nodiscard]] std::vector<int> &places() { return m_where; }

    [[nodiscard]] double load(int host, bool cpu) const
    {
        double used = 0;
        for (std::size_t i = 0; i < m_where.size(); ++i) {
            if (m_where[i] == host)
                used += static_cast<double>(cpu ? m_instance.machines[i].cpuDemand
                                                : m_instance.machines[i].memory);
        }
        const Host &place = m_instance.hosts[at(host)];
        return used / static_cast<double>(cpu ? place.cpu : place.memory);
    }

    /// Words for everything that should not be. Rules that contradict an older one do not count.
    [[nodiscard]] QSet<QString> violations(const std::vector<Fault> &conflicts) const
    {
        QSet<QString> found;
        for (int host = 0; host < static_cast<int>(m_instance.hosts.size()); ++host) {
            if (load(host, true) > 1 + 1e-9)
                found.insert(QStringLiteral("cpu of h%1").arg(host));
            if (load(host, false) > 1 + 1e-9)
                found.insert(QStringLiteral("memory of h%1").arg(host));
        }
        for (std::size_t i = 0; i < m_where.size(); ++i) {
            const auto &able = m_instance.machines[i].compatible;
            if (!able.empty() && std::find(able.begin(), able.end(), m_where[i]) == able.end())
                found.insert(QStringLiteral("vm%1 cannot run there").arg(i));
        }
        for (int index = 0; index < static_cast<int>(m_instance.rules.size()); ++index) {
            const bool isOff = std::any_of(conflicts.begin(), conflicts.end(), [&](const Fault &fault) {
                return fault.rule == index && fault.obstacle == Obstacle::RuleConflict;
            });
            if (!isOff && isBroken(m_instance.rules[at(index)]))
                found.insert(QStringLiteral("rule %1").arg(index));
        }
        return found;
    }

private:
    [[nodiscard]] bool isBroken(const Rule &rule) const
    {
        QSet<int> homes;
        bool outside = false;
        bool inside = false;
        for (const int machine : rule.machines) {
            homes.insert(where(machine));
            const bool named =
                std::find(rule.hosts.begin(), rule.hosts.end(), where(machine)) != rule.hosts.end();
            outside = outside || !named;
            inside = inside || named;
        }
        switch (rule.type) {
        case RuleType::Together: return homes.size() > 1;
        case RuleType::Apart: return homes.size() < static_cast<qsizetype>(rule.machines.size());
        case RuleType::MustRunOn: return outside;
        case RuleType::MustNotRunOn: return inside;
        case RuleType::ShouldRunOn:
        case RuleType::ShouldNotRunOn: return false;
        }
        Q_UNREACHABLE();
    }

    const Instance &m_instance;
    std::vector<int> m_where;
};

} // namespace drstest
