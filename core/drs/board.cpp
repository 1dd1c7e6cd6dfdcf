// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/board.h"

#include <algorithm>

namespace core::drs {

namespace {

constexpr int staleAfter = 120; // s: two intervals of the statistics that a controller works with
constexpr int restAfterMove = 3'600; // s
constexpr double dirtiestShare = 0.8; // of the network; pre-copy does not converge well above it
constexpr double slack = 1e-9; // of what sums of doubles lose

double dirtyShare(const Machine &machine, const Config &config)
{
    return config.network <= 0 ? 0 : machine.dirtyRate / config.network;
}

/// Pre-copy: what is touched over what the network takes besides what is written again.
double secondsOf(const Machine &machine, const Config &config)
{
    if (config.network <= 0)
        return 0;
    const auto copied = static_cast<double>(machine.activeMemory < 0 ? machine.memory : machine.activeMemory);
    return copied / config.network / (1 - std::min(dirtyShare(machine, config), 0.95));
}

Obstacle heldOf(const Instance &instance, const Machine &machine)
{
    if (instance.automationOf(machine) == Automation::Disabled)
        return Obstacle::Disabled;
    if (!machine.hasDemand || machine.statsAge > staleAfter)
        return Obstacle::StatsStale;
    if (dirtyShare(machine, instance.config) >= dirtiestShare)
        return Obstacle::DirtyRate;
    return machine.sinceMove < restAfterMove ? Obstacle::RecentMove : Obstacle::None;
}

double demandOf(const Machine &machine)
{
    const Amount demand =
        machine.cpuLimit < 0 ? machine.cpuDemand : std::min(machine.cpuDemand, machine.cpuLimit);
    return static_cast<double>(demand);
}

Place placeOf(const Host &host)
{
    return {.cpu = static_cast<double>(host.cpu),
            .memory = static_cast<double>(host.memory),
            .perCpu = 1.0 / static_cast<double>(host.cpu),
            .perMemory = 1.0 / static_cast<double>(host.memory),
            .mostVcpus = host.cores * host.vcpusPerCore,
            .takesPart = host.takesPart(),
            .isStale = host.statsAge > staleAfter};
}

} // namespace

std::vector<std::vector<int>> unitsOf(std::size_t machines, const std::vector<std::vector<int>> &groups)
{
    std::vector<bool> grouped(machines, false);
    for (const auto &group : groups) {
        for (const int machine : group)
            grouped[at(machine)] = true;
    }
    std::vector<std::vector<int>> units;
    for (int machine = 0; machine < static_cast<int>(machines); ++machine) {
        if (!grouped[at(machine)])
            units.push_back({machine});
    }
    units.insert(units.end(), groups.begin(), groups.end());
    return units;
}

Board::Board(const Instance &instance, Constraints &constraints, std::vector<std::vector<int>> units,
             const std::vector<int> &hostOf)
    : m_instance(&instance),
      m_constraints(&constraints)
{
    for (const Host &host : instance.hosts)
        m_places.push_back(placeOf(host));
    for (int host = 0; host < static_cast<int>(m_places.size()); ++host) {
        if (m_places[at(host)].takesPart)
            m_active.push_back(host);
    }
    m_count = std::max(1.0, static_cast<double>(m_active.size()));
    for (auto &machines : units) {
        m_units.push_back(made(std::move(machines), hostOf));
        Unit &unit = m_units.back();
        take(unit, unit.host, 1);
        auto &there = m_places[at(unit.host)].units;
        unit.place = there.size();
        there.push_back(static_cast<int>(m_units.size()) - 1);
    }
    for (const Place &place : m_places)
        count(place, 1);
}

Unit Board::made(std::vector<int> machines, const std::vector<int> &hostOf) const
{
    Unit unit{.host = hostOf[at(machines.front())]};
    for (const int index : machines) {
        const Machine &machine = m_instance->machines[at(index)];
        unit.cpu += demandOf(machine);
        unit.memory += static_cast<double>(machine.memory);
        unit.cpuReserved += static_cast<double>(machine.cpuReservation);
        unit.memoryReserved += static_cast<double>(machine.memoryReservation);
        unit.seconds += secondsOf(machine, m_instance->config);
        unit.vcpus += machine.vcpus;
        unit.hard = m_constraints->intersection(unit.hard, m_constraints->hardMask(index));
        unit.soft = m_constraints->intersection(unit.soft, m_constraints->softMask(index));
        const auto &apart = m_constraints->apart(index);
        unit.apart.insert(unit.apart.end(), apart.begin(), apart.end());
        if (unit.held == Obstacle::None)
            unit.held = heldOf(*m_instance, machine);
    }
    if (unit.held == Obstacle::None && m_places[at(unit.host)].isStale)
        unit.held = Obstacle::StatsStale;
    unit.machines = std::move(machines);
    return unit;
}

void Board::count(const Place &place, double sign)
{
    if (!place.takesPart)
        return;
    m_cpuSum += sign * place.cpuLoad();
    m_cpuSquares += sign * place.cpuLoad() * place.cpuLoad();
    m_memorySum += sign * place.memoryLoad();
    m_memorySquares += sign * place.memoryLoad() * place.memoryLoad();
}

void Board::take(const Unit &unit, int host, double sign)
{
    Place &place = m_places[at(host)];
    place.usedCpu += sign * unit.cpu;
    place.usedMemory += sign * unit.memory;
    place.cpuReserved += sign * unit.cpuReserved;
    place.memoryReserved += sign * unit.memoryReserved;
    place.vcpus += sign > 0 ? unit.vcpus : -unit.vcpus;
    for (const int group : unit.apart)
        m_apartOn[key(group, host)] += sign > 0 ? 1 : -1;
}

void Board::move(int index, int host)
{
    Unit &unit = m_units[at(index)];
    const int from = unit.host;
    count(m_places[at(from)], -1);
    count(m_places[at(host)], -1);
    take(unit, from, -1);
    take(unit, host, 1);
    count(m_places[at(from)], 1);
    count(m_places[at(host)], 1);
    auto &left = m_places[at(from)].units;
    left[unit.place] = left.back();
    m_units[at(left.back())].place = unit.place;
    left.pop_back();
    auto &entered = m_places[at(host)].units;
    unit.place = entered.size();
    entered.push_back(index);
    unit.host = host;
}

double Board::scoreIfMoved(int index, int host) const
{
    const Unit &unit = m_units[at(index)];
    const Place &from = m_places[at(unit.host)];
    const Place &to = m_places[at(host)];
    double cpu = m_cpuSum;
    double cpu2 = m_cpuSquares;
    double memory = m_memorySum;
    double memory2 = m_memorySquares;
    const auto shift = [&](const Place &place, double sign) {
        const double cpuChange = sign * unit.cpu * place.perCpu;
        const double memoryChange = sign * unit.memory * place.perMemory;
        cpu += cpuChange;
        cpu2 += cpuChange * (2 * place.cpuLoad() + cpuChange);
        memory += memoryChange;
        memory2 += memoryChange * (2 * place.memoryLoad() + memoryChange);
    };
    if (from.takesPart)
        shift(from, -1);
    if (to.takesPart)
        shift(to, 1);
    return scoreOf(cpu, cpu2, memory, memory2);
}

Obstacle Board::obstacle(int index, int host, bool soft) const
{
    const Unit &unit = m_units[at(index)];
    const Place &place = m_places[at(host)];
    if (unit.host == host)
        return Obstacle::SameHost;
    if (!place.takesPart)
        return Obstacle::HostUnavailable;
    if (place.isStale)
        return Obstacle::StatsStale;
    if (place.usedMemory + unit.memory > place.memory + slack)
        return Obstacle::Memory;
    if (place.usedCpu + unit.cpu > place.cpu + slack)
        return Obstacle::Cpu;
    if (!m_constraints->allows(unit.hard, host)) {
        const auto &compatible = m_instance->machines[at(unit.machines.front())].compatible;
        const bool able = compatible.empty() || std::ranges::binary_search(compatible, host);
        return able ? Obstacle::Rule : Obstacle::Incompatible;
    }
    if (soft && !m_constraints->allows(unit.soft, host))
        return Obstacle::SoftRule;
    if (place.memoryReserved + unit.memoryReserved > place.memory + slack)
        return Obstacle::MemoryReservation;
    if (place.cpuReserved + unit.cpuReserved > place.cpu + slack)
        return Obstacle::CpuReservation;
    if (place.mostVcpus > 0 && place.vcpus + unit.vcpus > place.mostVcpus)
        return Obstacle::VcpuRatio;
    const bool meets = std::ranges::any_of(unit.apart, [&](int group) {
        const auto there = m_apartOn.find(key(group, host));
        return there != m_apartOn.end() && there->second > 0;
    });
    return meets ? Obstacle::Rule : Obstacle::None;
}

Obstacle Board::violation(int index) const
{
    const Unit &unit = m_units[at(index)];
    if (!m_constraints->allows(unit.hard, unit.host)) {
        for (const int machine : unit.machines) {
            const auto &compatible = m_instance->machines[at(machine)].compatible;
            if (!compatible.empty() && !std::ranges::binary_search(compatible, unit.host))
                return Obstacle::Incompatible;
        }
        return Obstacle::Rule;
    }
    const bool meets =
        std::ranges::any_of(unit.apart, [&](int group) { return m_apartOn.at(key(group, unit.host)) > 1; });
    return meets ? Obstacle::Rule : Obstacle::None;
}

} // namespace core::drs
