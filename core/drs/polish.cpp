// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/search.h"

#include <algorithm>

namespace core::drs {

namespace {

constexpr double firstTemperature = 0.02; // of the score
constexpr double lastTemperature = 0.00002;

/// Simulated annealing over the units that are not at home: another place for one, one instead of another, two
/// that change places.
class Annealing
{
public:
    Annealing(Board &board, const std::vector<int> &home, int most, Random &random)
        : m_board(board),
          m_home(home),
          m_most(at(most)),
          m_random(random),
          m_where(board.units().size(), -1)
    {
        for (int unit = 0; unit < static_cast<int>(board.units().size()); ++unit) {
            if (board.unit(unit).host == home[at(unit)])
                continue;
            if (board.unit(unit).held == Obstacle::RecentMove)
                add(unit);
        }
    }

    void run(std::int64_t rounds, Work &work)
    {
        m_score = m_least = m_board.score();
        keep();
        const double cooling =
            std::pow(lastTemperature / firstTemperature, 1.0 / static_cast<double>(rounds));
        m_temperature = firstTemperature * m_score;
        for (std::int64_t round = 0; round < rounds && work.spend(workOfRound); ++round) {
            const double dice = m_random.ratio();
            if (m_away.empty() || (m_away.size() < m_most && dice < 0.3))
                another();
            else if (dice < 0.5)
                reassign();
            else if (dice < 0.9)
                replace();
            else
                exchange();
            if (m_score < m_least - 1e-12) {
                m_least = m_score;
                keep();
            }
            m_temperature *= cooling;
        }
        restore();
    }

private:
    void add(int unit)
    {
        m_where[at(unit)] = static_cast<int>(m_away.size());
        m_away.push_back(unit);
    }
    void drop(int unit)
    {
        const int place = std::exchange(m_where[at(unit)], -1);
        m_away[at(place)] = m_away.back();
        if (m_away.back() != unit)
            m_where[at(m_away.back())] = place;
        m_away.pop_back();
    }
    void put(int unit, int host)
    {
        m_board.move(unit, host);
        const bool isHome = host == m_home[at(unit)];
        m_board.hold(unit, isHome ? Obstacle::None : Obstacle::RecentMove);
        if (isHome && m_where[at(unit)] >= 0)
            drop(unit);
        else if (!isHome && m_where[at(unit)] < 0)
            add(unit);
    }
    /// @return whether a state of that score is taken
    bool takes(double score)
    {
        return score <= m_score || m_random.ratio() < std::exp((m_score - score) / m_temperature);
    }
    int anyHost() { return m_board.active()[m_random.below(m_board.active().size())]; }
    /// Of three, the one with the least or the most load.
    int hostBy(bool most)
    {
        int best = anyHost();
        for (int i = 0; i < 2; ++i) {
            const int other = anyHost();
            const auto weight = [&](int host) {
                const Place &place = m_board.place(host);
                return place.cpuLoad() + place.memoryLoad();
            };
            if (most ? weight(other) > weight(best) : weight(other) < weight(best))
                best = other;
        }
        return best;
    }
    /// A unit that stands at home and may move; -1: none found at once.
    int anyAtHome()
    {
        const auto &units = m_board.place(hostBy(true)).units;
        if (units.empty())
            return -1;
        const int unit = units[m_random.below(units.size())];
        return m_where[at(unit)] < 0 && m_board.unit(unit).held == Obstacle::None ? unit : -1;
    }
    int anyAway() { return m_away[m_random.below(m_away.size())]; }

    void another()
    {
        const int unit = anyAtHome();
        const int host = hostBy(false);
        if (unit < 0 || !m_board.fits(unit, host, true))
            return;
        const double score = m_board.scoreIfMoved(unit, host);
        if (!takes(score))
            return;
        put(unit, host);
        m_score = m_board.score();
    }
    void reassign()
    {
        const int unit = anyAway();
        const int host = hostBy(false);
        if (!m_board.fits(unit, host, true) || !takes(m_board.scoreIfMoved(unit, host)))
            return;
        put(unit, host);
        m_score = m_board.score();
    }
    void replace()
    {
        const int back = anyAway();
        const int there = m_board.unit(back).host;
        if (!m_board.fits(back, m_home[at(back)], false))
            return;
        const int unit = anyAtHome();
        if (unit < 0)
            return;
        put(back, m_home[at(back)]);
        const int host = m_random.below(2) == 0 ? there : hostBy(false);
        if (m_board.fits(unit, host, true) && takes(m_board.scoreIfMoved(unit, host))) {
            put(unit, host);
            m_score = m_board.score();
            return;
        }
        put(back, there);
    }
    void exchange()
    {
        const int one = anyAway();
        const int other = anyAway();
        const int first = m_board.unit(one).host;
        const int second = m_board.unit(other).host;
        if (first == second || m_home[at(one)] == second || m_home[at(other)] == first)
            return;
        put(one, m_home[at(one)]); // out of the way
        if (m_board.fits(other, first, true)) {
            put(other, first);
            if (m_board.fits(one, second, true) && takes(m_board.scoreIfMoved(one, second))) {
                put(one, second);
                m_score = m_board.score();
                return;
            }
            put(other, second);
        }
        put(one, first);
    }

    void keep()
    {
        m_best.clear();
        for (const int unit : m_away)
            m_best.emplace_back(unit, m_board.unit(unit).host);
    }
    void restore()
    {
        const std::vector<int> back = m_away;
        for (const int unit : back)
            put(unit, m_home[at(unit)]);
        for (const auto &[unit, host] : m_best)
            put(unit, host);
    }

    Board &m_board;
    const std::vector<int> &m_home;
    std::size_t m_most;
    Random &m_random;
    std::vector<int> m_away;
    std::vector<int> m_where; ///< in m_away, or -1
    std::vector<std::pair<int, int>> m_best;
    double m_score = 0;
    double m_least = 0;
    double m_temperature = 0;
};

} // namespace

void polish(Board &board, const std::vector<int> &home, int most, Random &random, std::int64_t rounds,
            Work &work)
{
    if (rounds <= 0 || most <= 0 || board.active().size() < 2)
        return;
    Annealing(board, home, most, random).run(rounds, work);
}

void trim(Board &board, const std::vector<int> &home, double score, Work &work)
{
    while (work.spend(static_cast<std::int64_t>(board.units().size()))) {
        int best = -1;
        double least = score;
        for (int unit = 0; unit < static_cast<int>(board.units().size()); ++unit) {
            const int back = home[at(unit)];
            if (board.unit(unit).host == back || !board.fits(unit, back, false))
                continue;
            const double after = board.scoreIfMoved(unit, back);
            if (after <= least) {
                best = unit;
                least = after;
            }
        }
        if (best < 0)
            return;
        board.move(best, home[at(best)]);
        board.hold(best, Obstacle::None);
    }
}

} // namespace core::drs
