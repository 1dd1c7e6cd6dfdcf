// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters.h"

#include <QTest>

using namespace drstest;

/// What a cluster's administrator asks of the planner, one situation each.
class DrsPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadIsDemandOverCapacity();
    void aLoadedHostIsRelievedWithReasons();
    void theThresholdDecidesHowFar();
    void prioritiesFollowTheImbalance();
    void aManualClusterOnlyRecommends();
    void aDisabledMachineStaysAndCounts();
    void machinesKeptApartAreParted();
    void aGroupLargerThanTheClusterIsAFault();
    void machinesKeptTogetherMoveTogether();
    void aSplitGroupIsJoined();
    void aMustRuleHoldsAndIsNamed();
    void aShouldRuleGivesWayToContention();
    void theOlderOfTwoContradictingRulesRules();
    void maintenanceEmptiesTheHost();
    void maintenanceNamesWhatBlocksIt();
    void roomIsMadeForWhatMustMove();
    void twoMachinesCanChangePlaces();
    void anOldFigureMovesNobody();
    void aBusyMemoryIsNotMoved();
    void whatHasJustMovedRests();
    void manyIncompatibleAtOnceAreDoubted();
    void promisedMoreThanOwned();
    void whyNotIsAnswered();
};

namespace {

PlanOptions usual()
{
    return {.work = 2'000'000, .seed = 3};
}

/// The first host has everything, in machines of 1,000 and 10,000.
Instance oneBusyHost(int hosts, int machines)
{
    Instance instance = hostsOf(hosts);
    for (int i = 0; i < machines; ++i)
        add(instance, 0, 1'000, 10'000);
    return instance;
}

bool hasFault(const Plan &plan, Obstacle obstacle, int machine = -1)
{
    return std::any_of(plan.faults.begin(), plan.faults.end(), [&](const Fault &fault) {
        return fault.obstacle == obstacle && (machine < 0 || fault.machine == machine);
    });
}

std::vector<int> placesAfter(const Instance &instance, const Plan &plan)
{
    Judge judge(instance);
    for (const Move &move : plan.moves)
        judge.move(move);
    return judge.places();
}

} // namespace

void DrsPlanTest::loadIsDemandOverCapacity()
{
    Instance instance = hostsOf(2);
    add(instance, 0, 5'000, 50'000); // loads 0.5 and 0: a deviation of 0.25 in each
    QCOMPARE(score(instance), 0.5);
    instance.hosts[1].state = HostState::Standby; // one host is never out of balance
    QCOMPARE(score(instance), 0.0);
}

void DrsPlanTest::aLoadedHostIsRelievedWithReasons()
{
    const Instance instance = oneBusyHost(4, 8);
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(6)); // two stay
    QVERIFY(found.scoreAfter < 1e-9);
    for (const Move &move : found.moves) {
        QCOMPARE(move.from, 0);
        QVERIFY(move.gain() > 0);
        QVERIFY(move.seconds > 0);
        QVERIFY(move.isAutomatic);
        QVERIFY(move.reason == Reason::FairnessCpuAvg || move.reason == Reason::FairnessMemAvg);
    }
    QCOMPARE(found.moves.front().scoreBefore, found.scoreBefore);
    QCOMPARE(found.moves.back().scoreAfter, found.scoreAfter);
}

void DrsPlanTest::theThresholdDecidesHowFar()
{
    std::size_t before = 0;
    for (const int level : {1, 2, 3, 4, 5}) {
        Instance instance = hostsOf(8);
        for (int i = 0; i < 60; ++i)
            add(instance, i % 3, 100 + 37 * (i % 7), 1'000 + 400 * (i % 5));
        instance.config.threshold = level;
        const Plan found = plan(instance, usual());
        if (level == 1)
            QCOMPARE(found.moves.size(), std::size_t(0));
        else
            QVERIFY(found.scoreAfter <= targetOf(level, 8) || level == 5);
        QVERIFY(found.moves.size() >= before);
        before = found.moves.size();
    }
}

void DrsPlanTest::prioritiesFollowTheImbalance()
{
    QCOMPARE(priorityOf(0.6, 10), 2); // 6 - ceil(18.97), at least 2
    QCOMPARE(priorityOf(0.12, 4), 3); // 6 - ceil(2.4)
    QCOMPARE(priorityOf(0.06, 4), 4);
    QCOMPARE(priorityOf(0.01, 4), 5);
    QVERIFY(std::abs(targetOf(3, 2) - 0.1414) < 1e-4); // the two that VMware's own pages show
    QVERIFY(std::abs(targetOf(3, 3) - 0.1155) < 1e-4);
}

void DrsPlanTest::aManualClusterOnlyRecommends()
{
    Instance instance = oneBusyHost(4, 8);
    instance.config.automation = Automation::Manual;
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(6));
    for (const Move &move : found.moves)
        QVERIFY(!move.isAutomatic);
    instance.config.automation = Automation::Full;
    instance.machines[0].automation = Automation::Manual;
    for (const Move &move : plan(instance, usual()).moves)
        QCOMPARE(move.isAutomatic, move.machine != 0);
}

void DrsPlanTest::aDisabledMachineStaysAndCounts()
{
    Instance instance = hostsOf(2);
    const int large = add(instance, 0, 6'000, 60'000);
    instance.machines[at(large)].automation = Automation::Disabled;
    const int small = add(instance, 0, 1'000, 10'000);
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(1)); // with the large one's load the small one is too much
    QCOMPARE(found.moves.front().machine, small);
}

void DrsPlanTest::machinesKeptApartAreParted()
{
    Instance instance = hostsOf(3);
    const int one = add(instance, 0, 100, 1'000);
    const int other = add(instance, 0, 100, 1'000);
    rule(instance, RuleType::Apart, {one, other});
    instance.config.threshold = 1; // only what must be
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(1));
    QCOMPARE(found.moves.front().priority, 1);
    QCOMPARE(found.moves.front().reason, Reason::AntiAffin);
}

void DrsPlanTest::aGroupLargerThanTheClusterIsAFault()
{
    Instance instance = hostsOf(2);
    for (int i = 0; i < 3; ++i)
        add(instance, 0, 100, 1'000);
    rule(instance, RuleType::Apart, {0, 1, 2});
    const Plan found = plan(instance, usual());
    QVERIFY(hasFault(found, Obstacle::GroupTooLarge));
    QVERIFY(found.moves.size() <= 2);
}

void DrsPlanTest::machinesKeptTogetherMoveTogether()
{
    Instance instance = oneBusyHost(2, 6);
    rule(instance, RuleType::Together, {0, 1, 2});
    const auto places = placesAfter(instance, plan(instance, usual()));
    QCOMPARE(places[0], places[1]);
    QCOMPARE(places[1], places[2]);
    QCOMPARE(std::count(places.begin(), places.end(), 1), std::ptrdiff_t(3));
    // and where the sum does not fit, nobody goes
    Instance full = hostsOf(2);
    for (int i = 0; i < 3; ++i)
        add(full, 0, 3'000, 30'000);
    add(full, 1, 100, 40'000);
    rule(full, RuleType::Together, {0, 1, 2});
    for (const Move &move : plan(full, usual()).moves)
        QCOMPARE(move.machine, 3);
}

void DrsPlanTest::aSplitGroupIsJoined()
{
    Instance instance = hostsOf(3);
    for (const int host : {0, 1, 1})
        add(instance, host, 100, 1'000);
    rule(instance, RuleType::Together, {0, 1, 2});
    instance.config.threshold = 1;
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(1)); // the one goes to the two
    QCOMPARE(found.moves.front().machine, 0);
    QCOMPARE(found.moves.front().reason, Reason::JointAffin);
    QCOMPARE(found.moves.front().priority, 1);
}

void DrsPlanTest::aMustRuleHoldsAndIsNamed()
{
    Instance instance = hostsOf(4);
    std::vector<int> bound;
    for (const int host : {0, 0, 1, 1})
        bound.push_back(add(instance, host, 4'250, 42'500));
    rule(instance, RuleType::MustRunOn, bound, {0, 1});
    const Plan found = plan(instance, usual());
    QVERIFY(found.moves.empty());
    QVERIFY(hasFault(found, Obstacle::Rule, bound.front()));
    instance.machines[0].host = 2; // broken: mended first
    instance.config.threshold = 1;
    const Plan mended = plan(instance, usual());
    QCOMPARE(mended.moves.size(), std::size_t(1));
    QCOMPARE(mended.moves.front().reason, Reason::VmHostHardAffinity);
    QCOMPARE(mended.moves.front().to, 0);
}

void DrsPlanTest::aShouldRuleGivesWayToContention()
{
    Instance instance = hostsOf(3);
    std::vector<int> bound;
    for (int i = 0; i < 4; ++i)
        bound.push_back(add(instance, 0, 2'400, 10'000));
    rule(instance, RuleType::ShouldRunOn, bound, {0});
    QVERIFY(plan(instance, usual()).moves.empty()); // uneven, but everybody has what he asks for
    for (const int machine : bound)
        instance.machines[at(machine)].cpuDemand = 2'700; // 108 % of the host
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(1));
}

void DrsPlanTest::theOlderOfTwoContradictingRulesRules()
{
    Instance instance = hostsOf(3);
    add(instance, 0, 100, 1'000);
    add(instance, 1, 100, 1'000);
    rule(instance, RuleType::Apart, {0, 1});
    const int newer = rule(instance, RuleType::Together, {0, 1});
    instance.config.threshold = 1;
    const Plan found = plan(instance, usual());
    QVERIFY(found.moves.empty());
    QCOMPARE(found.faults.size(), std::size_t(1));
    QCOMPARE(found.faults.front().rule, newer);
    QCOMPARE(found.faults.front().obstacle, Obstacle::RuleConflict);
}

void DrsPlanTest::maintenanceEmptiesTheHost()
{
    Instance instance = hostsOf(5);
    for (int i = 0; i < 40; ++i)
        add(instance, i % 5, 400, 4'000);
    instance.hosts[2].state = HostState::Entering;
    instance.config.threshold = 1;
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(8));
    for (const Move &move : found.moves) {
        QCOMPARE(move.from, 2);
        QCOMPARE(move.reason, Reason::HostMaint);
        QCOMPARE(move.priority, 1);
    }
    Judge judge(instance);
    for (const Move &move : found.moves)
        judge.move(move);
    for (const int host : {0, 1, 3, 4})
        QVERIFY(judge.load(host, true) <= 0.4 + 1e-9); // ten of them each, spread evenly
}

void DrsPlanTest::maintenanceNamesWhatBlocksIt()
{
    Instance instance = hostsOf(3);
    const int free = add(instance, 0, 100, 1'000);
    const int disabled = add(instance, 0, 100, 1'000);
    const int bound = add(instance, 0, 100, 1'000);
    instance.machines[at(disabled)].automation = Automation::Disabled;
    rule(instance, RuleType::MustRunOn, {bound}, {0});
    instance.hosts[0].state = HostState::Entering;
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(1));
    QCOMPARE(found.moves.front().machine, free);
    QVERIFY(hasFault(found, Obstacle::Disabled, disabled));
    QVERIFY(hasFault(found, Obstacle::Rule, bound));
}

void DrsPlanTest::roomIsMadeForWhatMustMove()
{
    Instance instance = hostsOf(3);
    const int large = add(instance, 0, 100, 60'000);
    add(instance, 1, 100, 50'000); // neither of the others has 60,000 free
    add(instance, 2, 100, 50'000);
    instance.hosts[0].state = HostState::Maintenance;
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(2));
    QCOMPARE(found.moves[0].reason, Reason::MakeRoom);
    QCOMPARE(found.moves[1].machine, large);
    QCOMPARE(found.moves[1].prerequisites, std::vector<int>{0});
    QCOMPARE(found.moves[0].recommendation, found.moves[1].recommendation);
}

void DrsPlanTest::twoMachinesCanChangePlaces()
{
    Instance instance = hostsOf(3);
    instance.config.threshold = 5;
    add(instance, 0, 8'000, 60'000); // CPU here, memory there: both should go the other way
    add(instance, 0, 1'000, 30'000);
    add(instance, 1, 1'000, 60'000);
    add(instance, 1, 500, 30'000);
    add(instance, 2, 4'000, 40'000);
    const Plan found = plan(instance, usual());
    QVERIFY(found.scoreAfter <= found.scoreBefore);
    Judge judge(instance);
    for (const Move &move : found.moves) {
        judge.move(move);
        QVERIFY(judge.violations({}).isEmpty());
    }
}

void DrsPlanTest::anOldFigureMovesNobody()
{
    Instance instance = oneBusyHost(4, 8);
    instance.hosts[0].statsAge = 300;
    const Plan found = plan(instance, usual());
    QVERIFY(found.moves.empty());
    QVERIFY(hasFault(found, Obstacle::StatsStale));
    instance.hosts[0].statsAge = 10;
    instance.hosts[1].statsAge = 300;
    instance.machines[0].hasDemand = false;
    for (const Move &move : plan(instance, usual()).moves) {
        QVERIFY(move.to != 1);
        QVERIFY(move.machine != 0);
    }
}

void DrsPlanTest::aBusyMemoryIsNotMoved()
{
    Instance instance = hostsOf(2);
    const int busy = add(instance, 0, 4'500, 45'000);
    const int calm = add(instance, 0, 4'500, 45'000);
    instance.machines[at(busy)].dirtyRate = 990; // of 1,100 MiB/s
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(1));
    QCOMPARE(found.moves.front().machine, calm);
    QCOMPARE(whyNot(instance, busy, 1), Obstacle::DirtyRate);
}

void DrsPlanTest::whatHasJustMovedRests()
{
    Instance instance = oneBusyHost(2, 2);
    instance.machines[0].sinceMove = 600;
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(1));
    QCOMPARE(found.moves.front().machine, 1);
    instance.machines[1].sinceMove = 600;
    QVERIFY(plan(instance, usual()).moves.empty());
    instance.hosts[0].state = HostState::Entering; // what must be does not wait
    QCOMPARE(plan(instance, usual()).moves.size(), std::size_t(2));
}

void DrsPlanTest::manyIncompatibleAtOnceAreDoubted()
{
    Instance instance = hostsOf(10);
    for (int i = 0; i < 50; ++i) {
        const int machine = add(instance, i % 10, 100, 1'000);
        instance.machines[at(machine)].compatible = {9}; // as if nine hosts had been forgotten
    }
    const Plan found = plan(instance, usual());
    QVERIFY(hasFault(found, Obstacle::Brake));
    for (const Move &move : found.moves)
        QVERIFY(!move.isAutomatic);
}

void DrsPlanTest::promisedMoreThanOwned()
{
    Instance instance = hostsOf(2);
    for (int i = 0; i < 3; ++i) {
        const int machine = add(instance, 0, 100, 1'000);
        instance.machines[at(machine)].cpuReservation = 4'000; // 12,000 of 10,000
    }
    instance.config.threshold = 1;
    const Plan found = plan(instance, usual());
    QCOMPARE(found.moves.size(), std::size_t(1));
    QCOMPARE(found.moves.front().reason, Reason::ReservationCpu);
    QCOMPARE(found.moves.front().priority, 1);
}

void DrsPlanTest::whyNotIsAnswered()
{
    Instance instance = hostsOf(4);
    const int machine = add(instance, 0, 5'000, 50'000);
    add(instance, 1, 100, 60'000);
    add(instance, 2, 6'000, 1'000);
    QCOMPARE(whyNot(instance, machine, 0), Obstacle::SameHost);
    QCOMPARE(whyNot(instance, machine, 1), Obstacle::Memory);
    QCOMPARE(whyNot(instance, machine, 2), Obstacle::Cpu);
    instance.hosts[3].state = HostState::Maintenance;
    QCOMPARE(whyNot(instance, machine, 3), Obstacle::HostUnavailable);
    instance.hosts[3].state = HostState::Connected;
    instance.machines[0].compatible = {0, 1};
    QCOMPARE(whyNot(instance, machine, 3), Obstacle::Incompatible);
    instance.machines[0].compatible.clear();
    rule(instance, RuleType::MustNotRunOn, {machine}, {3});
    QCOMPARE(whyNot(instance, machine, 3), Obstacle::Rule);
}

QTEST_GUILESS_MAIN(DrsPlanTest)
#include "plantest.moc"
