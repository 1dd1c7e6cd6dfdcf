// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/search.h"

#include <algorithm>

namespace core::drs {

namespace {

constexpr std::size_t manyMoves = 1'200; // above, the best one is not looked for each time

/// Which resource the move balances.
Reason reasonOf(const Board &board, int unit, int host)
{
    const Unit &each = board.unit(unit);
    const Place &from = board.place(each.host);
    const Place &to = board.place(host);
    const double cpu = (from.cpuLoad() - to.cpuLoad()) * each.cpu * from.perCpu;
    const double memory = (from.memoryLoad() - to.memoryLoad()) * each.memory * from.perMemory;
    return cpu >= memory ? Reason::FairnessCpuAvg : Reason::FairnessMemAvg;
}

class Sequence
{
public:
    Sequence(Board &board, const std::vector<int> &wanted, Recorder &recorder)
        : m_board(board),
          m_wanted(wanted),
          m_recorder(recorder)
    {
        for (int unit = 0; unit < static_cast<int>(wanted.size()); ++unit) {
            if (board.unit(unit).host != wanted[at(unit)])
                m_left.push_back(unit);
        }
    }

    /// @return the units that found no way
    std::vector<int> run()
    {
        while (!m_left.empty() && !m_recorder.isFull()) {
            const int next = m_left.size() > manyMoves ? firstFitting() : bestFitting();
            if (next >= 0)
                go(next, {});
            else if (!makeWay())
                break;
        }
        return m_left;
    }

private:
    [[nodiscard]] bool fits(int unit) const
    {
        return !m_recorder.isFull(m_board.unit(unit).machines.size())
            && m_board.fits(unit, m_wanted[at(unit)], false);
    }
    [[nodiscard]] int firstFitting() const
    {
        const auto found = std::ranges::find_if(m_left, [this](int unit) { return fits(unit); });
        return found == m_left.end() ? -1 : *found;
    }
    [[nodiscard]] int bestFitting() const
    {
        int best = -1;
        double least = 0;
        for (const int unit : m_left) {
            if (!fits(unit))
                continue;
            const double score = m_board.scoreIfMoved(unit, m_wanted[at(unit)]);
            if (best < 0 || score < least) {
                best = unit;
                least = score;
            }
        }
        return best;
    }
    int go(int unit, std::vector<int> prerequisites)
    {
        const int host = m_wanted[at(unit)];
        const int priority = priorityOf(m_board.score(), static_cast<int>(m_board.active().size()));
        std::erase(m_left, unit);
        return m_recorder.record(m_board, unit, host, reasonOf(m_board, unit, host), priority,
                                 std::move(prerequisites));
    }
    /// Those that are left wait for each other: one of them goes round by a third host.
    bool makeWay()
    {
        if (m_recorder.isFull(2))
            return false;
        for (const int unit : m_left) {
            const int from = m_board.unit(unit).host;
            for (const int host : m_board.active()) {
                if (host == m_wanted[at(unit)] || !m_board.fits(unit, host, true))
                    continue;
                m_board.move(unit, host);
                const auto freed =
                    std::ranges::find_if(m_left, [&](int other) { return other != unit && fits(other); });
                const bool helps = freed != m_left.end();
                m_board.move(unit, from);
                if (!helps)
                    continue;
                const int priority = priorityOf(m_board.score(), static_cast<int>(m_board.active().size()));
                m_recorder.record(m_board, unit, host, Reason::MakeRoom, priority);
                return true;
            }
        }
        return false;
    }

    Board &m_board;
    const std::vector<int> &m_wanted;
    Recorder &m_recorder;
    std::vector<int> m_left;
};

} // namespace

int Recorder::record(Board &board, int index, int host, Reason reason, int priority,
                     std::vector<int> prerequisites)
{
    const Unit &unit = board.unit(index);
    const int from = unit.host;
    const double before = board.score();
    board.move(index, host);
    const double after = board.score();
    const std::size_t first = m_moves.size();
    for (const int machine : unit.machines) {
        const bool isLast = machine == unit.machines.back();
        m_moves.push_back({.machine = machine,
                           .from = from,
                           .to = host,
                           .priority = priority,
                           .reason = reason,
                           .scoreBefore = before,
                           .scoreAfter = isLast ? after : before, // the gain is of the whole
                           .seconds = unit.seconds / static_cast<double>(unit.machines.size()),
                           .recommendation = m_recommendation,
                           .prerequisites = m_moves.size() == first ? prerequisites : std::vector<int>()});
    }
    if (!m_isOpen)
        ++m_recommendation;
    return static_cast<int>(m_moves.size()) - 1;
}

void Recorder::close()
{
    m_isOpen = false;
    ++m_recommendation;
}

void sequence(Board &board, const std::vector<int> &wanted, Recorder &recorder, std::vector<Fault> &faults)
{
    const std::vector<int> left = Sequence(board, wanted, recorder).run();
    for (const int unit : left) {
        const Obstacle why = recorder.isFull(board.unit(unit).machines.size())
            ? Obstacle::MoveLimit
            : board.obstacle(unit, wanted[at(unit)], false);
        faults.push_back({.obstacle = why, .machine = board.unit(unit).machines.front()});
    }
}

} // namespace core::drs
