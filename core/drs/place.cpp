// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/place.h"

#include "core/drs/board.h"

#include <algorithm>

namespace core::drs {

namespace {

/// Puts them on a host of their own that is being emptied: to find them places is then what a plan does anyway.
void waitOutside(Instance &instance, const std::vector<int> &machines, Amount cpuOfOne)
{
    const int outside = static_cast<int>(instance.hosts.size());
    instance.hosts.push_back(
        {.id = QStringLiteral("start"), .cpu = 1, .memory = 1, .state = HostState::Entering});
    for (const int index : machines) {
        Machine &machine = instance.machines[at(index)];
        if (!machine.hasDemand)
            machine.cpuDemand = std::max<Amount>(1, machine.vcpus * cpuOfOne / 4);
        machine.host = outside;
        machine.hasDemand = true;
        machine.automation = Automation::Full;
    }
    instance.config.threshold = 1; // whatever else is amiss is not the matter now
}

} // namespace

std::vector<Candidate> candidates(Instance instance, int machine, Amount cpuOfOne)
{
    waitOutside(instance, {machine}, cpuOfOne);
    Constraints constraints(instance);
    std::vector<int> homes;
    for (const Machine &each : instance.machines)
        homes.push_back(each.host);
    const Board board(instance, constraints, unitsOf(instance.machines.size(), {}), homes);
    std::vector<Candidate> all;
    for (int host = 0; host + 1 < static_cast<int>(instance.hosts.size()); ++host) {
        // of a board of singles a unit is its machine
        all.push_back({.host = host, .obstacle = board.obstacle(machine, host, false)});
        if (all.back().obstacle == Obstacle::None)
            all.back().score =
                board.scoreIfMoved(machine, host) + (board.allowsSoftly(machine, host) ? 0 : 1);
    }
    std::ranges::stable_sort(all, [](const Candidate &a, const Candidate &b) {
        const bool first = a.obstacle == Obstacle::None;
        const bool second = b.obstacle == Obstacle::None;
        return first != second ? first : a.score < b.score;
    });
    return all;
}

Plan place(Instance instance, const std::vector<int> &machines, Amount cpuOfOne)
{
    std::vector<int> homes;
    for (const Machine &each : instance.machines)
        homes.push_back(each.host);
    waitOutside(instance, machines, cpuOfOne);
    const auto isMeant = [&](int machine) { return std::ranges::find(machines, machine) != machines.end(); };
    Plan found = plan(instance, {});
    std::vector<int> wanted;
    for (const Move &move : found.moves) {
        if (isMeant(move.machine))
            wanted.push_back(move.recommendation);
    }
    std::erase_if(found.moves, [&](const Move &move) {
        return std::ranges::find(wanted, move.recommendation) == wanted.end();
    });
    for (Move &move : found.moves) {
        move.from = homes[at(move.machine)];
        move.prerequisites.clear(); // all that is left is one recommendation, in its order
        move.recommendation = 0;
    }
    std::erase_if(found.faults,
                  [&](const Fault &fault) { return fault.machine < 0 || !isMeant(fault.machine); });
    return found;
}

} // namespace core::drs
