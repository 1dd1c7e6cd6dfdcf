// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/node.h"

#include <QTest>

using namespace core;
using namespace core::ha;
using namespace std::chrono_literals;

/// An agent alone with its orders: what it starts, what it refuses, what it promises.
class HaAgentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasAssignedIsStartedOnlyWhenTaken();
    void whatAnotherTookIsNotStarted();
    void aLostAnswerIsAskedForAgain();
    void anEarlierEpochIsNotObeyed();
    void aCrashIsRestartedInPlaceWithoutCoordination();
    void aPromiseIsWrittenDownBeforeItIsSaid();
    void aPromiseOutlivesTheAgent();
    void aNewLifeStartsNothingByItself();
    void aForeignCopyIsKilledAtOnce();
    void theWatchdogIsFedOnlyWhileOthersCanSeeTheHost();

private:
    void give(const Input &input) { step(m_node, m_cluster, input, m_now, m_actions); }
    template <class T>
    [[nodiscard]] const T *last() const
    {
        const T *found = nullptr;
        for (const Action &action : m_actions)
            found = std::holds_alternative<T>(action) ? &std::get<T>(action) : found;
        return found;
    }
    [[nodiscard]] Owner assigned() const
    {
        return {.host = HostRef{0},
                .boot = BootId{4},
                .generation = 6,
                .phase = Phase::Assigned,
                .proof = Proof::BmcOff,
                .revision = Revision{20}};
    }
    [[nodiscard]] Condition condition() const { return m_node.agent.vms[0].condition; }
    void begin(Ledger ledger, BootId boot, bool isRunning);

    Cluster m_cluster;
    Node m_node;
    Actions m_actions;
    Moment m_now{};
};

namespace {

constexpr VmRef vm{0};
constexpr HostRef primary{1};

} // namespace

void HaAgentTest::begin(Ledger ledger, BootId boot, bool isRunning)
{
    m_node = {};
    m_node.agent = newAgent(HostRef{0}, std::move(ledger), m_cluster);
    start(m_node.gate, HostRef{0}, boot);
    m_actions.clear();
    give(Started{.boot = boot,
                 .uptime = 1h,
                 .watchdog = WatchdogKind::Hardware,
                 .stores = 1,
                 .vms = {{vm, isRunning, Departure::Crashed}}});
}

void HaAgentTest::init()
{
    m_cluster = {};
    m_cluster.stores = {"ds1"};
    for (const char *name : {"h1", "h2"})
        m_cluster.hosts.push_back({.name = name, .cpu = 10'000, .memory = 10'000, .stores = 1});
    m_cluster.vms.push_back(
        {.name = "vm1", .store = StoreRef{0}, .cpu = 100, .memory = 100, .dependsOn = {}});
    complete(m_cluster);
    m_now = 1000s;
    begin({}, BootId{4}, false);
    m_actions.clear();
}

void HaAgentTest::whatWasAssignedIsStartedOnlyWhenTaken()
{
    give(Received{primary, StartOrder{Epoch{5}, vm, assigned()}});
    QVERIFY(!last<StartVm>());
    const OwnerWrite claim = *last<OwnerWrite>();
    QCOMPARE(claim.expected, Revision{20});
    QCOMPARE(claim.next.phase, Phase::Starting);
    Owner taken = claim.next;
    taken.revision = Revision{21};
    give(OwnerWritten{vm, {}, true, taken});
    QVERIFY(last<StartVm>());
    QCOMPARE(last<StartVm>()->proof, Proof::BmcOff);
}

void HaAgentTest::whatAnotherTookIsNotStarted()
{
    give(Received{primary, StartOrder{Epoch{5}, vm, assigned()}});
    Owner others = assigned();
    others.host = primary;
    others.generation = 7;
    others.revision = Revision{22};
    give(OwnerWritten{vm, {}, false, others});
    QVERIFY(!last<StartVm>());
    QCOMPARE(condition(), Condition::Absent);
}

void HaAgentTest::aLostAnswerIsAskedForAgain()
{
    give(Received{primary, StartOrder{Epoch{5}, vm, assigned()}});
    m_actions.clear();
    m_now += 3s;
    give(Tick{});
    QCOMPARE(last<OwnerWrite>()->expected, Revision{}); // reads: it may have been done
    Owner taken = assigned();
    taken.phase = Phase::Starting;
    give(OwnerWritten{vm, {}, false, taken});
    QVERIFY(last<StartVm>());
}

void HaAgentTest::anEarlierEpochIsNotObeyed()
{
    give(Received{primary, ReleaseOrder{Epoch{8}, vm, 1}});
    give(Received{primary, StartOrder{Epoch{7}, vm, assigned()}});
    QVERIFY(!last<OwnerWrite>());
    give(Received{primary, StartOrder{Epoch{8}, vm, assigned()}});
    QVERIFY(last<OwnerWrite>());
}

void HaAgentTest::aCrashIsRestartedInPlaceWithoutCoordination()
{
    Ledger ledger{.boot = BootId{4}, .vms = {{6, Condition::Running, Cause::None}}};
    begin(ledger, BootId{4}, true);
    give(VmGone{vm, Departure::Crashed});
    QVERIFY(last<StartVm>());
    QCOMPARE(last<StartVm>()->proof, Proof::SameHost);
    QCOMPARE(last<StartVm>()->generation, 6U);
}

void HaAgentTest::aPromiseIsWrittenDownBeforeItIsSaid()
{
    give(Received{primary, ReleaseOrder{Epoch{5}, vm, 6}});
    std::ptrdiff_t persisted = -1;
    std::ptrdiff_t said = -1;
    for (std::size_t index = 0; index < m_actions.size(); ++index) {
        if (std::holds_alternative<Persist>(m_actions[index]))
            persisted = static_cast<std::ptrdiff_t>(index);
        if (std::holds_alternative<WriteHeartbeat>(m_actions[index]) && said < 0)
            said = static_cast<std::ptrdiff_t>(index);
    }
    QVERIFY(persisted >= 0 && said > persisted);
    QCOMPARE(m_node.agent.report->vms.front().condition, Condition::Released);
}

void HaAgentTest::aPromiseOutlivesTheAgent()
{
    give(Received{primary, ReleaseOrder{Epoch{5}, vm, 6}});
    begin(m_node.agent.ledger, BootId{4}, false);
    give(
        Received{primary, StartOrder{Epoch{5}, vm, assigned()}}); // late, of the generation that was given up
    QVERIFY(!last<OwnerWrite>());
    QVERIFY(!last<StartVm>());
}

void HaAgentTest::aNewLifeStartsNothingByItself()
{
    Ledger ledger{.boot = BootId{4}, .vms = {{6, Condition::Running, Cause::None}}};
    begin(ledger, BootId{5}, false);
    QVERIFY(!last<StartVm>());
    QCOMPARE(condition(), Condition::Absent);
}

void HaAgentTest::aForeignCopyIsKilledAtOnce()
{
    Ledger ledger{.boot = BootId{4}, .vms = {{6, Condition::Running, Cause::None}}};
    begin(ledger, BootId{4}, true);
    Owner others = assigned();
    others.host = primary;
    others.generation = 7;
    give(Everything{primary, Epoch{9}, {others}, {{}, {}}, {BootId{4}, BootId{1}}, {false, false}});
    QVERIFY(last<StopVm>());
    QCOMPARE(last<StopVm>()->manner, StopManner::Kill);
}

void HaAgentTest::theWatchdogIsFedOnlyWhileOthersCanSeeTheHost()
{
    const auto isFed = [&] {
        m_actions.clear();
        tick(m_node.gate, m_cluster, m_now, m_actions);
        return last<FeedWatchdog>() != nullptr;
    };
    QVERIFY(!isFed()); // it is not armed before somebody has seen the host
    give(HeartbeatWrittenOn{StoreRef{0}, m_now});
    QVERIFY(isFed());
    m_now += m_cluster.policy.timings.petting;
    QVERIFY(!isFed());
    give(Renewed{m_now - 1s, true, false}); // one channel is enough
    QVERIFY(isFed());
}

QTEST_APPLESS_MAIN(HaAgentTest)
#include "agenttest.moc"
