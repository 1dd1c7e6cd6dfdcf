// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/constraints.h"

#include <cmath>
#include <unordered_map>

namespace core::drs {

/// What moves as one: a machine, or those that a rule keeps together.
struct Unit {
    std::vector<int> machines;
    double cpu = 0;
    double memory = 0;
    double cpuReserved = 0;
    double memoryReserved = 0;
    double seconds = 0; ///< of its migration
    int vcpus = 0;
    int hard = -1; ///< masks of Constraints
    int soft = -1;
    std::vector<int> apart; ///< groups
    int host = -1;
    std::size_t place = 0; ///< in Place::units
    Obstacle held = Obstacle::None; ///< why balance may not move it
};

/// A host as it would be.
struct Place {
    double cpu = 0; ///< capacities
    double memory = 0;
    double perCpu = 0; ///< 1 / capacity
    double perMemory = 0;
    double usedCpu = 0;
    double usedMemory = 0;
    double cpuReserved = 0;
    double memoryReserved = 0;
    int vcpus = 0;
    int mostVcpus = 0; ///< 0: any
    bool takesPart = false; ///< counts in the score, machines may come
    bool isStale = false;
    std::vector<int> units;

    [[nodiscard]] double cpuLoad() const { return usedCpu * perCpu; }
    [[nodiscard]] double memoryLoad() const { return usedMemory * perMemory; }
    [[nodiscard]] double load() const { return std::max(cpuLoad(), memoryLoad()); }
};

/// Who is where, what that makes of the loads, and what would become of them. Moves are O(machines of the unit).
class Board
{
public:
    /// `hostOf`: where each machine stands. Machines of one unit must stand on one host.
    Board(const Instance &instance, Constraints &constraints, std::vector<std::vector<int>> units,
          const std::vector<int> &hostOf);

    [[nodiscard]] const std::vector<Unit> &units() const { return m_units; }
    [[nodiscard]] const std::vector<Place> &places() const { return m_places; }
    [[nodiscard]] const Unit &unit(int index) const { return m_units[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Place &place(int host) const { return m_places[static_cast<std::size_t>(host)]; }
    [[nodiscard]] const Instance &instance() const { return *m_instance; }
    /// The hosts that take part, ascending.
    [[nodiscard]] const std::vector<int> &active() const { return m_active; }

    /// May it come there now, as far as what must be is concerned (or also what should be)?
    [[nodiscard]] Obstacle obstacle(int unit, int host, bool soft) const;
    [[nodiscard]] bool fits(int unit, int host, bool soft) const
    {
        return obstacle(unit, host, soft) == Obstacle::None;
    }
    /// Does a rule or compatibility forbid where it stands?
    [[nodiscard]] Obstacle violation(int unit) const;
    [[nodiscard]] bool allowsSoftly(int unit, int host) const
    {
        return m_constraints->allows(m_units[static_cast<std::size_t>(unit)].soft, host);
    }

    [[nodiscard]] double score() const
    {
        return scoreOf(m_cpuSum, m_cpuSquares, m_memorySum, m_memorySquares);
    }
    [[nodiscard]] double cpuDeviation() const { return deviation(m_cpuSum, m_cpuSquares); }
    [[nodiscard]] double memoryDeviation() const { return deviation(m_memorySum, m_memorySquares); }
    [[nodiscard]] double meanCpu() const { return m_cpuSum / m_count; }
    [[nodiscard]] double meanMemory() const { return m_memorySum / m_count; }
    [[nodiscard]] double scoreIfMoved(int unit, int host) const;
    void move(int unit, int host);
    void hold(int unit, Obstacle why) { m_units[static_cast<std::size_t>(unit)].held = why; }

private:
    void take(const Unit &unit, int host, double sign);
    void count(const Place &place, double sign);
    [[nodiscard]] Unit made(std::vector<int> machines, const std::vector<int> &hostOf) const;
    [[nodiscard]] double deviation(double sum, double squares) const
    {
        const double mean = sum / m_count;
        return std::sqrt(std::max(0.0, squares / m_count - mean * mean));
    }
    [[nodiscard]] double scoreOf(double cpu, double cpu2, double memory, double memory2) const
    {
        return deviation(cpu, cpu2) + deviation(memory, memory2);
    }
    static std::uint64_t key(int group, int host)
    {
        return (static_cast<std::uint64_t>(group) << 32U) | static_cast<std::uint32_t>(host);
    }

    const Instance *m_instance;
    Constraints *m_constraints;
    std::vector<Unit> m_units;
    std::vector<Place> m_places;
    std::vector<int> m_active;
    std::unordered_map<std::uint64_t, int> m_apartOn; ///< units of a group on a host
    double m_count = 1;
    double m_cpuSum = 0;
    double m_cpuSquares = 0;
    double m_memorySum = 0;
    double m_memorySquares = 0;
};

/// Units of one machine each, or with `groups` as one each.
[[nodiscard]] std::vector<std::vector<int>> unitsOf(std::size_t machines,
                                                    const std::vector<std::vector<int>> &groups);

} // namespace core::drs
