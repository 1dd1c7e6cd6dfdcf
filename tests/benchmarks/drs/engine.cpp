// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine does by itself, printed as one JSON: how near the proven optimum of small clusters it comes, and how
// long entitlements, first placements and evacuations of large ones take.
#include "core/drs/place.h"
#include "core/resources/pooltree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>

using namespace core;
using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

constexpr double workPerMillisecond = 300'000;

double since(Steady::time_point start)
{
    return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}

drs::Instance anyCluster(int hosts, int machines, std::uint32_t seed)
{
    std::mt19937 chance(seed);
    const auto below = [&](int most) {
        return static_cast<int>(chance() % static_cast<std::uint32_t>(most));
    };
    drs::Instance instance;
    for (int i = 0; i < hosts; ++i)
        instance.hosts.push_back({.id = u"h%1"_s.arg(i), .cpu = 8'000 + 1'000 * below(5), .memory = 200'000});
    const int cpu = 9'000 * hosts / machines;
    for (int i = 0; i < machines; ++i)
        instance.machines.push_back(
            {.id = u"vm%1"_s.arg(i),
             .host = std::min(below(hosts), below(hosts)), // the first ones are fuller
             .cpuDemand = cpu / 4 + below(std::max(1, cpu / 2)),
             .memory = 1'000 + below(std::max(1, 200'000 * hosts / machines))});
    return instance;
}

/// Looks at every way to move at most so many machines, one after the other, each to a host that has room for it then.
class Everything
{
public:
    Everything(const drs::Instance &instance, int moves) : m_instance(instance)
    {
        for (const drs::Machine &machine : instance.machines)
            m_home.push_back(machine.host);
        search(0, moves);
    }
    [[nodiscard]] double best() const { return m_best; }

private:
    void search(std::size_t from, int moves)
    {
        if (const double score = drs::score(m_instance); score < m_best && isReached())
            m_best = score;
        for (std::size_t i = from; moves > 0 && i < m_instance.machines.size(); ++i) {
            for (int host = 0; host < static_cast<int>(m_instance.hosts.size()); ++host) {
                if (host == m_home[i])
                    continue;
                m_instance.machines[i].host = host;
                m_moved.push_back(i);
                search(i + 1, moves - 1);
                m_moved.pop_back();
            }
            m_instance.machines[i].host = m_home[i];
        }
    }
    /// In some order, every step finds room.
    [[nodiscard]] bool isReached() const
    {
        std::vector<std::size_t> order = m_moved;
        std::ranges::sort(order);
        do {
            if (std::ranges::all_of(order, [this, places = m_home](std::size_t machine) mutable {
                    places[machine] = m_instance.machines[machine].host;
                    return hasRoom(places, places[machine]);
                }))
                return true;
        } while (std::ranges::next_permutation(order).found);
        return false;
    }
    [[nodiscard]] bool hasRoom(const std::vector<int> &places, int host) const
    {
        double cpu = 0;
        double memory = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            cpu += places[i] == host ? static_cast<double>(m_instance.machines[i].cpuDemand) : 0;
            memory += places[i] == host ? static_cast<double>(m_instance.machines[i].memory) : 0;
        }
        const drs::Host &room = m_instance.hosts[drs::at(host)];
        return cpu <= static_cast<double>(room.cpu) && memory <= static_cast<double>(room.memory);
    }

    drs::Instance m_instance;
    std::vector<int> m_home;
    std::vector<std::size_t> m_moved;
    double m_best = 1e9;
};

double planned(const drs::Instance &instance, int moves, double milliseconds)
{
    const auto start = Steady::now();
    const auto work =
        static_cast<std::int64_t>(milliseconds * workPerMillisecond); // as `vigiectl drs plan` gives it
    drs::PlanOptions options{.maxMoves = moves, .work = work, .seed = 1};
    options.isOutOfTime = [&] { return since(start) > milliseconds; };
    return drs::plan(instance, options).scoreAfter;
}

QJsonObject optimum()
{
    double worst50 = 0;
    double worst250 = 0;
    int cases = 0;
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        for (const int moves : {2, 3, 4}) {
            const drs::Instance instance = anyCluster(4, 11, seed);
            const double best = Everything(instance, moves).best();
            worst50 = std::max(worst50, planned(instance, moves, 50) / best);
            worst250 = std::max(worst250, planned(instance, moves, 250) / best);
            ++cases;
        }
    }
    return {{u"cases"_s, cases}, {u"worstRatioIn50Ms"_s, worst50}, {u"worstRatioIn250Ms"_s, worst250}};
}

QJsonObject entitlement()
{
    std::mt19937 chance(5);
    resources::PoolTree tree{.capacity = 20'000'000};
    for (int i = 0; i < 500; ++i) // four levels
        tree.pools.push_back({.parent = i < 5 ? -1
                                  : i < 25    ? i % 5
                                  : i < 125   ? 5 + i % 20
                                              : 25 + i % 100,
                              .reservation = static_cast<double>(chance() % 100)});
    for (int i = 0; i < 20'000; ++i)
        tree.members.push_back({.pool = i % 500,
                                .reservation = static_cast<double>(chance() % 20),
                                .shares = 1'000,
                                .demand = static_cast<double>(chance() % 2'000),
                                .size = 2'000});
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        const auto start = Steady::now();
        const auto given = entitlements(tree);
        times.push_back(since(start));
        if (given.size() != tree.members.size())
            return {};
    }
    std::ranges::sort(times);
    return {{u"medianMs"_s, times[times.size() / 2]}, {u"worstMs"_s, times.back()}};
}

QJsonObject placement()
{
    drs::Instance instance = anyCluster(1'000, 20'000, 3);
    for (drs::Machine &machine : instance.machines)
        machine.memory /= 2;
    const auto start = Steady::now();
    const auto one = drs::candidates(instance, 7, 1'000);
    const double oneMs = since(start);
    std::vector<int> group;
    for (int i = 0; i < 200; ++i)
        group.push_back(i * 90);
    const auto next = Steady::now();
    const drs::Plan many = drs::place(instance, group, 1'000);
    const double manyMs = since(next);
    instance.hosts[0].state = drs::HostState::Entering;
    instance.config.threshold = 1;
    const auto last = Steady::now();
    const drs::Plan evacuation = drs::plan(instance, {});
    return {{u"hostsRanked"_s, static_cast<qint64>(one.size())},
            {u"oneMs"_s, oneMs},
            {u"groupMoves"_s, static_cast<qint64>(many.moves.size())},
            {u"groupOf200Ms"_s, manyMs},
            {u"evacuationMoves"_s, static_cast<qint64>(evacuation.moves.size())},
            {u"evacuationMs"_s, since(last)}};
}

} // namespace

int main()
{
    const QJsonObject result{{u"benchmark"_s, u"drs-engine"_s},
                             {u"besideTheOptimum"_s, optimum()},
                             {u"entitlementOf20000In500Pools"_s, entitlement()},
                             {u"placementIn1000Hosts"_s, placement()}};
    std::puts(QJsonDocument(result).toJson().constData());
    return 0;
}
