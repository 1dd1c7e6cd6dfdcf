// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/search.h"

#include <algorithm>
#include <limits>

namespace core::drs {

namespace {

constexpr double nothing = -std::numeric_limits<double>::infinity();
constexpr double manualShare = 0.9; // a machine that may move by itself is preferred up to this difference
constexpr double benefitSeconds = 3'600; // how long a gain is thought to last
constexpr double coreOfMigration = 250; // 10 MHz: one core a host while it lasts
constexpr std::size_t fewPairs = 40'000; // so many placements are looked at exactly, each time
constexpr double driftOfWeights = 1.15;

/// The units by what moving each would bring, as a tournament: best() and set() in O(log n).
class Tournament
{
public:
    explicit Tournament(std::size_t size) : m_leaves(1)
    {
        while (m_leaves < size)
            m_leaves *= 2;
        m_keys.assign(m_leaves, nothing);
        m_winners.resize(2 * m_leaves);
        for (std::size_t i = 0; i < m_leaves; ++i)
            m_winners[m_leaves + i] = static_cast<int>(i);
        for (std::size_t i = m_leaves - 1; i > 0; --i)
            m_winners[i] = m_winners[2 * i];
    }
    void set(int index, double key)
    {
        m_keys[at(index)] = key;
        for (std::size_t i = (m_leaves + at(index)) / 2; i > 0; i /= 2) {
            const int left = m_winners[2 * i];
            const int right = m_winners[2 * i + 1];
            m_winners[i] = m_keys[at(right)] > m_keys[at(left)] ? right : left;
        }
    }
    [[nodiscard]] double key(int index) const { return m_keys[at(index)]; }
    [[nodiscard]] int best() const { return m_winners[1]; }

private:
    std::size_t m_leaves;
    std::vector<double> m_keys;
    std::vector<int> m_winners;
};

/// The score near the present state as a sum over hosts: each deviation is replaced by its tangent, so that a
/// placement costs four multiplications. Whatever is chosen by it is checked by the score itself.
struct Tangent {
    double cpuWeight = 0;
    double memoryWeight = 0;
    double cpuMean = 0;
    double memoryMean = 0;
    std::vector<double> a, b, c, d; ///< of a host: d_cpu (a + b d_cpu) + d_memory (c + d d_memory)

    void aim(const Board &board)
    {
        const double n = 2 * static_cast<double>(board.active().size());
        cpuWeight = 1 / (n * std::max(board.cpuDeviation(), 1e-6));
        memoryWeight = 1 / (n * std::max(board.memoryDeviation(), 1e-6));
        cpuMean = board.meanCpu();
        memoryMean = board.meanMemory();
        const std::size_t hosts = board.active().size();
        for (auto *each : {&a, &b, &c, &d})
            each->resize(hosts);
        for (std::size_t i = 0; i < hosts; ++i)
            update(board, i);
    }
    void update(const Board &board, std::size_t index)
    {
        const Place &place = board.place(board.active()[index]);
        a[index] = 2 * cpuWeight * (place.cpuLoad() - cpuMean) * place.perCpu;
        b[index] = cpuWeight * place.perCpu * place.perCpu;
        c[index] = 2 * memoryWeight * (place.memoryLoad() - memoryMean) * place.perMemory;
        d[index] = memoryWeight * place.perMemory * place.perMemory;
    }
    [[nodiscard]] bool hasDrifted(const Board &board) const
    {
        const double n = 2 * static_cast<double>(board.active().size());
        const double now = std::max(board.cpuDeviation(), 1e-6) / std::max(board.memoryDeviation(), 1e-6);
        const double then = (n * memoryWeight) / (n * cpuWeight);
        return now > then * driftOfWeights || then > now * driftOfWeights;
    }
    [[nodiscard]] double enter(const Unit &unit, std::size_t index) const
    {
        return unit.cpu * (a[index] + b[index] * unit.cpu)
            + unit.memory * (c[index] + d[index] * unit.memory);
    }
    [[nodiscard]] double leave(const Unit &unit, std::size_t index) const
    {
        return unit.cpu * (a[index] - b[index] * unit.cpu)
            + unit.memory * (c[index] - d[index] * unit.memory);
    }
};

class Descent
{
public:
    Descent(Board &board, const Goal &goal, Work &work)
        : m_board(board),
          m_goal(goal),
          m_work(work),
          m_keys(board.units().size()),
          m_target(board.units().size(), -1),
          m_index(board.places().size(), -1)
    {
        for (std::size_t i = 0; i < board.active().size(); ++i)
            m_index[at(board.active()[i])] = static_cast<int>(i);
        m_changed.assign(board.active().size(), 0);
        m_seen.assign(board.units().size(), -1);
        m_isFew = board.units().size() * board.active().size() <= fewPairs;
    }

    std::vector<int> run()
    {
        refresh();
        while (!isDone()) {
            const auto [unit, host] = m_isFew ? bestExactly() : best();
            if (unit < 0) {
                if (m_isFew || m_isFresh || !m_work.spend(1))
                    break;
                refresh();
                continue;
            }
            commit(unit, host);
        }
        return m_moved;
    }
    [[nodiscard]] const std::vector<int> &tooDear() const { return m_tooDear; }

private:
    [[nodiscard]] bool isDone() const
    {
        return m_board.score() <= m_goal.score || m_work.left() <= 0
            || (m_goal.moves >= 0 && m_moved.size() >= at(m_goal.moves));
    }
    [[nodiscard]] bool mayMove(int index) const
    {
        const Unit &unit = m_board.unit(index);
        return unit.held == Obstacle::None && m_index[at(unit.host)] >= 0;
    }
    [[nodiscard]] double favour(int index) const
    {
        const Instance &instance = m_board.instance();
        const Machine &machine = instance.machines[at(m_board.unit(index).machines.front())];
        return machine.automation != Automation::Default && instance.automationOf(machine) != Automation::Full
            ? manualShare
            : 1;
    }
    [[nodiscard]] bool isWorthIt(int index, int host, double gain)
    {
        if (gain < m_goal.leastGain)
            return false;
        if (!m_goal.isCostAsked)
            return true;
        const Unit &unit = m_board.unit(index);
        const double load = coreOfMigration * (m_board.place(unit.host).perCpu + m_board.place(host).perCpu);
        if (gain * static_cast<double>(m_board.active().size()) * benefitSeconds > load * unit.seconds)
            return true;
        m_tooDear.push_back(index);
        return false;
    }

    void refresh()
    {
        m_isFresh = true;
        if (m_isFew)
            return;
        m_tangent.aim(m_board);
        for (int unit = 0; unit < static_cast<int>(m_board.units().size()); ++unit) {
            if (mayMove(unit))
                look(unit);
        }
    }

    /// The best host for the unit, by the tangent.
    void look(int index)
    {
        const Unit &unit = m_board.unit(index);
        const std::size_t hosts = m_board.active().size();
        m_work.spend(static_cast<std::int64_t>(hosts));
        double least = std::numeric_limits<double>::infinity();
        int best = -1;
        for (std::size_t i = 0; i < hosts; ++i) {
            const double cost = m_tangent.enter(unit, i);
            if (cost < least && m_board.fits(index, m_board.active()[i], true)) {
                least = cost;
                best = static_cast<int>(i);
            }
        }
        m_target[at(index)] = best;
        m_seen[at(index)] = m_clock;
        const double gain = best < 0 ? nothing : m_tangent.leave(unit, at(m_index[at(unit.host)])) - least;
        m_keys.set(index, gain > 0 ? gain * favour(index) : nothing);
    }

    /// Keys only grow old in one way: they promise too much. So the first one is looked at again until it is up to date.
    std::pair<int, int> best()
    {
        while (m_work.left() > 0) {
            const int index = m_keys.best();
            if (m_keys.key(index) == nothing)
                return {-1, -1};
            const auto target = at(m_target[at(index)]);
            const int changed =
                std::max(m_changed[target], m_changed[at(m_index[at(m_board.unit(index).host)])]);
            if (changed > m_seen[at(index)]) {
                look(index);
                continue;
            }
            const int host = m_board.active()[target];
            const double gain = m_board.score() - m_board.scoreIfMoved(index, host);
            if (m_board.fits(index, host, true) && isWorthIt(index, host, gain))
                return {index, host};
            m_keys.set(index, nothing);
        }
        return {-1, -1};
    }

    std::pair<int, int> bestExactly()
    {
        std::pair<int, int> found{-1, -1};
        double most = 0;
        const double now = m_board.score();
        for (int index = 0; index < static_cast<int>(m_board.units().size()); ++index) {
            if (!mayMove(index))
                continue;
            m_work.spend(static_cast<std::int64_t>(m_board.active().size()) * 4);
            const double share = favour(index);
            for (const int host : m_board.active()) {
                const double gain = now - m_board.scoreIfMoved(index, host);
                if (gain * share > most && m_board.fits(index, host, true) && isWorthIt(index, host, gain)) {
                    most = gain * share;
                    found = {index, host};
                }
            }
        }
        return found;
    }

    void commit(int index, int host)
    {
        const int from = m_board.unit(index).host;
        m_board.move(index, host);
        m_moved.push_back(index);
        m_board.hold(index, Obstacle::RecentMove);
        m_keys.set(index, nothing);
        m_isFresh = false;
        if (m_isFew)
            return;
        ++m_clock;
        if (m_tangent.hasDrifted(m_board)) {
            refresh();
            return;
        }
        const auto left = at(m_index[at(from)]);
        const auto entered = at(m_index[at(host)]);
        m_changed[left] = m_changed[entered] = m_clock;
        m_tangent.update(m_board, left);
        m_tangent.update(m_board, entered);
        for (const int unit : m_board.place(host).units) {
            if (mayMove(unit))
                look(unit); // its host has more to give away than before
        }
        welcome(left);
    }

    /// The host that has more room than before may be a better target for anybody.
    void welcome(std::size_t target)
    {
        const int host = m_board.active()[target];
        m_work.spend(static_cast<std::int64_t>(m_board.units().size()));
        for (int index = 0; index < static_cast<int>(m_board.units().size()); ++index) {
            const Unit &unit = m_board.unit(index);
            const int from = m_index[at(unit.host)];
            if (from < 0 || unit.held != Obstacle::None)
                continue;
            const double gain = m_tangent.leave(unit, at(from)) - m_tangent.enter(unit, target);
            if (gain <= 0 || gain <= m_keys.key(index) || !m_board.fits(index, host, true))
                continue;
            m_target[at(index)] = static_cast<int>(target);
            m_seen[at(index)] = m_clock;
            m_keys.set(index, gain * favour(index));
        }
    }

    Board &m_board;
    Goal m_goal;
    Work &m_work;
    Tangent m_tangent;
    Tournament m_keys;
    std::vector<int> m_target; ///< of a unit: position in active()
    std::vector<int> m_index; ///< of a host: position in active(), or -1
    std::vector<int> m_changed; ///< when the host at a position was last changed
    std::vector<int> m_seen; ///< when a unit was last looked at
    std::vector<int> m_moved;
    std::vector<int> m_tooDear;
    int m_clock = 0;
    bool m_isFew = false;
    bool m_isFresh = false;
};

} // namespace

std::vector<int> descend(Board &board, const Goal &goal, Work &work, std::vector<Fault> &faults)
{
    if (board.active().size() < 2)
        return {};
    Descent descent(board, goal, work);
    std::vector<int> moved = descent.run();
    std::vector<int> dear = descent.tooDear();
    std::ranges::sort(dear);
    const auto again = std::ranges::unique(dear);
    dear.erase(again.begin(), again.end());
    for (const int unit : dear) {
        if (board.unit(unit).held == Obstacle::None && faults.size() < 1'000)
            faults.push_back({.obstacle = Obstacle::Cost, .machine = board.unit(unit).machines.front()});
    }
    return moved;
}

std::vector<int> relieve(Board &board, const Goal &goal, Work &work)
{
    std::vector<int> moved;
    for (const int host : board.active()) {
        if (board.place(host).load() <= 1)
            continue;
        while (board.place(host).load() > goal.relievedLoad && work.left() > 0
               && (goal.moves < 0 || moved.size() < static_cast<std::size_t>(goal.moves))) {
            int best = -1;
            int target = -1;
            double least = std::numeric_limits<double>::infinity();
            for (const int unit : board.place(host).units) {
                if (board.unit(unit).held != Obstacle::None)
                    continue;
                int place = bestPlace(board, unit, true, work);
                if (place < 0)
                    place = bestPlace(board, unit, false, work);
                const double score = place < 0 ? least : board.scoreIfMoved(unit, place);
                if (place >= 0 && score < least) {
                    best = unit;
                    target = place;
                    least = score;
                }
            }
            if (best < 0)
                break;
            board.move(best, target);
            board.hold(best, Obstacle::RecentMove);
            moved.push_back(best);
        }
    }
    return moved;
}

} // namespace core::drs
