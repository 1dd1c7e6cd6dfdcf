// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/board.h"

#include <utility>

/// The steps of plan(), in the order in which it takes them. They change a Board.
namespace core::drs {

/// What one proposal of polish() costs, in units of Work.
inline constexpr std::int64_t workOfRound = 40;

/// How much may still be looked at. One unit is about one placement looked at.
class Work
{
public:
    explicit Work(const PlanOptions &options) : m_left(options.work), m_isOut(options.isOutOfTime) {}

    /// False when nothing may be looked at any more.
    bool spend(std::int64_t units)
    {
        m_left -= units;
        m_sinceAsked += units;
        if (m_sinceAsked >= 100'000) {
            m_sinceAsked = 0;
            if (m_isOut && m_isOut())
                m_left = -1;
        }
        return m_left > 0;
    }
    [[nodiscard]] std::int64_t left() const { return m_left; }

private:
    std::int64_t m_left;
    std::int64_t m_sinceAsked = 0;
    std::function<bool()> m_isOut;
};

/// xorshift64*: small, quick, the same everywhere.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed * 0x9E3779B97F4A7C15ULL + 0x2545F4914F6CDD1DULL)
    {
        if (m_state == 0)
            m_state = 1;
    }
    std::uint64_t next()
    {
        m_state ^= m_state >> 12U;
        m_state ^= m_state << 25U;
        m_state ^= m_state >> 27U;
        return m_state * 0x2545F4914F6CDD1DULL;
    }
    /// 0 … below-1.
    std::size_t below(std::size_t below)
    {
        return static_cast<std::size_t>(((next() >> 32U) * static_cast<std::uint64_t>(below)) >> 32U);
    }
    double ratio() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

private:
    std::uint64_t m_state;
};

/// Carries moves out on a board and writes them down.
class Recorder
{
public:
    explicit Recorder(int most) : m_most(most) {}

    [[nodiscard]] bool isFull(std::size_t more = 1) const
    {
        return m_most >= 0 && m_moves.size() + more > static_cast<std::size_t>(m_most);
    }
    /// @return the index of the move (the last one, of a unit of several machines)
    int record(Board &board, int unit, int host, Reason reason, int priority,
               std::vector<int> prerequisites = {});
    /// What is recorded until close() belongs together.
    void open() { m_isOpen = true; }
    void close();
    [[nodiscard]] std::vector<Move> &moves() { return m_moves; }

private:
    int m_most;
    int m_recommendation = 0;
    bool m_isOpen = false;
    std::vector<Move> m_moves;
};

/// The place where the unit would make the best score; -1: none that it fits. `soft`: also as should rules want.
[[nodiscard]] int bestPlace(const Board &board, int unit, bool soft, Work &work);
/// What most hosts have against the unit.
[[nodiscard]] Obstacle commonObstacle(const Board &board, int unit);

/// Brings groups together on a board of single machines. Those that stay apart are named and left out.
[[nodiscard]] std::vector<std::vector<int>> joinGroups(Board &board, const Constraints &constraints,
                                                       Recorder &recorder, std::vector<Fault> &faults,
                                                       Work &work);
/// Empties hosts, mends what breaks a rule, then what should be otherwise.
void mend(Board &board, const Constraints &constraints, Recorder &recorder, std::vector<Fault> &faults,
          Work &work);

/// When balancing has done enough.
struct Goal {
    double score = 0; ///< stops at or below it
    int moves = -1; ///< stops with so many units moved; -1: any
    double leastGain = 1e-9;
    bool isCostAsked = true; ///< does the gain have to pay for the migration?
    double relievedLoad = 1; ///< of a host that is relieved
};

/// One move after the other, always the best. @return the units moved
std::vector<int> descend(Board &board, const Goal &goal, Work &work, std::vector<Fault> &faults);
/// Moves off hosts that are asked for more than they have, whatever the score says; `soft` rules give way.
std::vector<int> relieve(Board &board, const Goal &goal, Work &work);
/// Looks for a better score with the same number of units moved from `home`, by simulated annealing.
void polish(Board &board, const std::vector<int> &home, int most, Random &random, std::int64_t rounds,
            Work &work);
/// Looks at sequences of at most so many machines' moves side by side, the best few thousand of each length, and leaves the
/// board as the best of them does. For small clusters.
void sweep(Board &board, int most, Work &work);
/// Takes back what is not needed for the goal's score.
void trim(Board &board, const std::vector<int> &home, double score, Work &work);

/// Writes down how `board` (at home) becomes what `wanted` says, each state on the way as good as the one before.
void sequence(Board &board, const std::vector<int> &wanted, Recorder &recorder, std::vector<Fault> &faults);

} // namespace core::drs
