// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters.h"

#include "core/drs/place.h"

#include <QTest>

using namespace drstest;

/// Where machines start.
class DrsPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEmptiestHostIsOfferedFirst();
    void whereItCannotRunIsSaidWhy();
    void roomIsMadeFirst();
    void whatFitsNowhereIsAFault();
    void aGroupStartsApart();
};

void DrsPlaceTest::theEmptiestHostIsOfferedFirst()
{
    Instance instance = hostsOf(3);
    add(instance, 0, 5'000, 50'000);
    add(instance, 1, 2'000, 20'000);
    const int starting = add(instance, 0, 0, 10'000);
    instance.machines[at(starting)].hasDemand = false;
    const auto all = candidates(instance, starting, 1'000);
    QCOMPARE(all.size(), 3U);
    QCOMPARE(all[0].host, 2);
    QCOMPARE(all[1].host, 1);
    QCOMPARE(all[2].host, 0);
    QVERIFY(all[2].obstacle == Obstacle::None);
}

void DrsPlaceTest::whereItCannotRunIsSaidWhy()
{
    Instance instance = hostsOf(3);
    add(instance, 1, 100, 95'000);
    instance.hosts[2].state = HostState::Maintenance;
    const int starting = add(instance, 0, 100, 10'000);
    const auto all = candidates(instance, starting, 1'000);
    QCOMPARE(all[0].host, 0);
    QVERIFY(all[1].obstacle == Obstacle::Memory);
    QVERIFY(all[2].obstacle == Obstacle::HostUnavailable);
}

void DrsPlaceTest::roomIsMadeFirst()
{
    Instance instance = hostsOf(3);
    for (int host = 0; host < 3; ++host) {
        add(instance, host, 100, 30'000);
        add(instance, host, 100, 20'000); // 50,000 are free on each
    }
    const int starting = add(instance, 0, 100, 75'000);
    const Plan found = place(instance, {starting}, 1'000);
    QVERIFY(found.faults.empty());
    QCOMPARE(found.moves.size(), 2U);
    QCOMPARE(found.moves.back().machine, starting);
    QVERIFY(found.moves.front().machine != starting);
    QCOMPARE(found.moves.front().recommendation, found.moves.back().recommendation);
}

void DrsPlaceTest::whatFitsNowhereIsAFault()
{
    Instance instance = hostsOf(2);
    add(instance, 0, 100, 50'000);
    add(instance, 1, 100, 50'000);
    const int starting = add(instance, 0, 100, 200'000);
    const Plan found = place(instance, {starting}, 1'000);
    QVERIFY(found.moves.empty());
    QCOMPARE(found.faults.size(), 1U);
    QCOMPARE(found.faults.front().machine, starting);
}

void DrsPlaceTest::aGroupStartsApart()
{
    Instance instance = hostsOf(3);
    std::vector<int> group;
    for (int i = 0; i < 3; ++i)
        group.push_back(add(instance, 0, 500, 10'000));
    rule(instance, RuleType::Apart, group);
    const Plan found = place(instance, group, 1'000);
    QCOMPARE(found.moves.size(), 3U);
    QSet<int> hosts;
    for (const Move &move : found.moves)
        hosts.insert(move.to);
    QCOMPARE(hosts.size(), 3);
}

QTEST_GUILESS_MAIN(DrsPlaceTest)
#include "placetest.moc"
