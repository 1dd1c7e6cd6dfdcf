// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/placement.h"

#include <QElapsedTimer>
#include <QTest>

using namespace core;
using namespace core::ha;
using namespace std::chrono_literals;

/// Where a machine may go, what speaks against it, and what admission control foretells.
class HaPlacementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEmptiestHostIsChosen();
    void theNearestObstacleIsNamed();
    void aMachineNeedsItsDatastore();
    void aStrictRuleHoldsAndAWishGivesWay();
    void inAFailoverAntiAffinityMayBeAWish();
    void machinesThatBelongTogetherFindRoomTogether();
    void whereItFailedIsTriedLast();
    void theOrderIsThatOfPriorities();
    void triesAreSpacedMoreAndMore();
    void admissionNamesWhatWouldFindNoRoom();
    void aLargeFailoverIsPlannedInTime();
};

namespace {

Cluster clusterOf(std::size_t hosts, std::size_t vms, std::int64_t memory = 8'192)
{
    Cluster cluster;
    cluster.stores = {"ds1", "ds2"};
    for (std::size_t host = 0; host < hosts; ++host)
        cluster.hosts.push_back({.name = "h", .cpu = 100'000, .memory = memory, .stores = 3});
    for (std::size_t vm = 0; vm < vms; ++vm)
        cluster.vms.push_back(
            {.name = "vm", .store = storeRef(0), .cpu = 100, .memory = 1'024, .dependsOn = {}});
    complete(cluster);
    return cluster;
}

Board boardOf(const Cluster &cluster)
{
    std::vector<Room> rooms;
    for (const Host &host : cluster.hosts)
        rooms.push_back({.takes = true, .stores = host.stores, .cpu = host.cpu, .memory = host.memory});
    return Board(cluster, std::move(rooms));
}

} // namespace

void HaPlacementTest::theEmptiestHostIsChosen()
{
    const Cluster cluster = clusterOf(2, 3);
    Board board = boardOf(cluster);
    board.put(vmRef(0), hostRef(0));
    QCOMPARE(board.choose(vmRef(1)).host, hostRef(1));
}

void HaPlacementTest::theNearestObstacleIsNamed()
{
    Cluster cluster = clusterOf(2, 2, 512);
    QCOMPARE(boardOf(cluster).choose(vmRef(0)).waiting, Waiting::Memory);
    cluster.hosts[0].memory = 4'096;
    cluster.hosts[0].cpu = 10;
    QCOMPARE(boardOf(cluster).choose(vmRef(0)).waiting, Waiting::Memory);
    cluster.hosts[1].memory = 4'096;
    cluster.hosts[1].cpu = 10;
    QCOMPARE(boardOf(cluster).choose(vmRef(0)).waiting, Waiting::Cpu);
}

void HaPlacementTest::aMachineNeedsItsDatastore()
{
    Cluster cluster = clusterOf(1, 1);
    cluster.hosts[0].stores = 2;
    QCOMPARE(boardOf(cluster).choose(vmRef(0)).waiting, Waiting::Storage);
}

void HaPlacementTest::aStrictRuleHoldsAndAWishGivesWay()
{
    Cluster cluster = clusterOf(1, 2);
    cluster.rules.push_back({.vms = {vmRef(0), vmRef(1)}, .hosts = {}});
    complete(cluster);
    Board board = boardOf(cluster);
    board.put(vmRef(0), hostRef(0));
    QCOMPARE(board.choose(vmRef(1)).waiting, Waiting::Rule);
    cluster.rules[0].strength = Strength::Should;
    QCOMPARE(board.choose(vmRef(1)).host, hostRef(0));
}

void HaPlacementTest::inAFailoverAntiAffinityMayBeAWish()
{
    Cluster cluster = clusterOf(1, 2);
    cluster.rules.push_back({.vms = {vmRef(0), vmRef(1)}, .hosts = {}});
    cluster.policy.antiAffinity = Strength::Should;
    complete(cluster);
    Board board = boardOf(cluster);
    board.put(vmRef(0), hostRef(0));
    QCOMPARE(board.choose(vmRef(1)).host, hostRef(0));
}

void HaPlacementTest::machinesThatBelongTogetherFindRoomTogether()
{
    Cluster cluster = clusterOf(2, 2);
    cluster.hosts[0].memory = 1'500; // for one of them
    cluster.rules.push_back({.type = RuleType::Together, .vms = {vmRef(0), vmRef(1)}, .hosts = {}});
    complete(cluster);
    Board board = boardOf(cluster);
    board.expect(vmRef(0));
    board.expect(vmRef(1));
    QCOMPARE(board.choose(vmRef(0)).host, hostRef(1));
    board.put(vmRef(0), hostRef(1));
    QCOMPARE(board.choose(vmRef(1)).host, hostRef(1));
}

void HaPlacementTest::whereItFailedIsTriedLast()
{
    const Cluster cluster = clusterOf(2, 1);
    QCOMPARE(boardOf(cluster).choose(vmRef(0), hostRef(0)).host, hostRef(1));
    const Cluster alone = clusterOf(1, 1);
    QCOMPARE(boardOf(alone).choose(vmRef(0), hostRef(0)).host, hostRef(0));
}

void HaPlacementTest::theOrderIsThatOfPriorities()
{
    Cluster cluster = clusterOf(1, 3);
    cluster.vms[2].priority = Priority::Highest;
    cluster.vms[0].priority = Priority::Lowest;
    const std::vector<VmRef> order = startOrder(cluster, {vmRef(0), vmRef(1), vmRef(2)});
    QVERIFY((order == std::vector{vmRef(2), vmRef(1), vmRef(0)}));
}

void HaPlacementTest::triesAreSpacedMoreAndMore()
{
    core::Duration time{0}; // from the first start: 0, 30 s, 2, 6, 14, 30 minutes, then each half hour
    const std::array<Duration, 8> expected{0s, 30s, 120s, 360s, 840s, 1800s, 3600s, 5400s};
    for (int attempt = 0; attempt < 8; ++attempt) {
        time += backoff(attempt);
        QCOMPARE(time, expected[static_cast<std::size_t>(attempt)]);
    }
}

void HaPlacementTest::admissionNamesWhatWouldFindNoRoom()
{
    Cluster cluster = clusterOf(2, 10, 8'192); // five each; the other takes three more
    std::vector<HostRef> where;
    for (std::size_t vm = 0; vm < 10; ++vm)
        where.push_back(hostRef(vm % 2));
    const std::vector<Shortage> found = shortages(cluster, where);
    QCOMPARE(found.size(), 2U);
    QCOMPARE(found[0].lost, hostRef(0));
    QCOMPARE(found[0].vms.size(), 2U);
    cluster.hosts[0].memory = cluster.hosts[1].memory = 10'240;
    QVERIFY(shortages(cluster, where).empty());
}

void HaPlacementTest::aLargeFailoverIsPlannedInTime()
{
    const Cluster cluster = clusterOf(64, 6'000, 262'144);
    Board board = boardOf(cluster);
    QElapsedTimer timer;
    timer.start();
    for (std::size_t vm = 0; vm < 6'000; ++vm) { // the worst: all of them
        const Board::Choice choice = board.choose(vmRef(vm));
        QVERIFY(choice.host != noHost);
        board.put(vmRef(vm), choice.host);
    }
    qInfo("%lld ms for 6,000 machines on 64 hosts", timer.elapsed());
    QVERIFY(timer.elapsed() < 1'000); // 100 is the aim, on a machine that does nothing else
}

QTEST_APPLESS_MAIN(HaPlacementTest)
#include "placementtest.moc"
