// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/node.h"

#include <QTest>

using namespace core;
using namespace core::ha;
using namespace std::chrono_literals;

/// A primary alone with what it sees: which inputs let it order what.
class HaPrimaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsOrderedBeforeTheVerdict();
    void powerIsOrderedOffAndReadTwice();
    void aFreshHeartbeatOnADatastoreForbidsTheOrder();
    void anUnreadableDatastoreForbidsTheWatchdogProof();
    void aLivingSessionForbidsEverything();
    void anExpiredLeaseEndsTheTerm();
    void ordersCarryTheEpoch();

private:
    void tick();
    void silence(Duration duration, bool isStoreReadable = true, bool isBeating = false);
    template <class T>
    [[nodiscard]] int count() const
    {
        return static_cast<int>(std::ranges::count_if(
            m_actions, [](const Action &action) { return std::holds_alternative<T>(action); }));
    }
    template <class T>
    [[nodiscard]] const T *last() const
    {
        const T *found = nullptr;
        for (const Action &action : m_actions)
            found = std::holds_alternative<T>(action) ? &std::get<T>(action) : found;
        return found;
    }
    void give(const Input &input) { step(m_node, m_cluster, input, m_now, m_actions); }

    Cluster m_cluster;
    Node m_node;
    Actions m_actions;
    Moment m_now{};
    std::uint32_t m_beat = 0;
};

namespace {

constexpr HostRef self{0};
constexpr HostRef other{1};
constexpr StoreRef store{0};

HostReportPtr reportOf(WatchdogKind watchdog, bool isRunning = true)
{
    auto report = std::make_shared<HostReport>();
    report->boot = BootId{1};
    report->sequence = 1;
    report->watchdog = watchdog;
    report->stores = 1;
    if (isRunning)
        report->vms.push_back({VmRef{0}, 1, Condition::Running});
    return report;
}

} // namespace

void HaPrimaryTest::init()
{
    m_cluster = {};
    m_cluster.policy = {.profile = Profile::Fast, .timings = timingsOf(Profile::Fast)};
    m_cluster.stores = {"ds1"};
    for (const char *name : {"h1", "h2"})
        m_cluster.hosts.push_back({.name = name, .cpu = 10'000, .memory = 10'000, .stores = 1});
    m_cluster.vms.push_back({.name = "vm1", .store = store, .cpu = 100, .memory = 100, .dependsOn = {}});
    complete(m_cluster);
    m_node = {};
    m_node.agent = newAgent(self, {}, m_cluster);
    start(m_node.gate, self, BootId{1});
    m_now = 1000s;
    m_beat = 1;
    give(
        Started{.boot = BootId{1}, .uptime = 1h, .watchdog = WatchdogKind::Hardware, .stores = 1, .vms = {}});
    give(Renewed{m_now, true, true});
    give(ElectionChanged{self, Epoch{9}});
    const Owner owner{
        .host = other, .boot = BootId{1}, .generation = 1, .phase = Phase::Running, .revision = Revision{3}};
    give(Everything{self, Epoch{9}, {owner}, {{}, {}}, {BootId{1}, BootId{1}}, {false, false}});
    give(Received{other, Heartbeat{m_now, Epoch{9}, reportOf(WatchdogKind::Hardware)}});
    give(SessionChanged{other, {}}); // coordination has lost it
    m_actions.clear();
}

void HaPrimaryTest::tick()
{
    m_now += 1s;
    give(Renewed{m_now, true, false});
    give(Received{self, Heartbeat{m_now, Epoch{9}, m_node.agent.report}});
    give(Tick{});
}

/// The other host sends nothing; its file can be read, or not, and changes, or not.
void HaPrimaryTest::silence(Duration duration, bool isStoreReadable, bool isBeating)
{
    for (const Moment end = m_now + duration; m_now < end;) {
        tick();
        m_beat += isBeating ? 1 : 0;
        if (isStoreReadable)
            give(HeartbeatRead{other, store, true, {m_beat, BootId{1}, nullptr}});
    }
}

void HaPrimaryTest::nothingIsOrderedBeforeTheVerdict()
{
    silence(11s);
    QCOMPARE(count<OrderPower>(), 0);
    silence(2s);
    QCOMPARE(count<OrderPower>(), 1);
    QCOMPARE(last<OrderPower>()->order, PowerOrder::Off);
    QCOMPARE(count<FenceWrite>(), 0);
    QCOMPARE(count<OwnerWrite>(), 0);
}

void HaPrimaryTest::powerIsOrderedOffAndReadTwice()
{
    silence(13s);
    give(PowerAnswer{other, PowerOrder::Off, PowerState::Off});
    QCOMPARE(count<FenceWrite>(), 0);
    give(PowerAnswer{other, PowerOrder::Read, PowerState::Off});
    QCOMPARE(count<FenceWrite>(), 0);
    give(PowerAnswer{other, PowerOrder::Read, PowerState::Off});
    QCOMPARE(count<FenceWrite>(), 1);
    QCOMPARE(last<FenceWrite>()->fence.proof, Proof::BmcOff);
    QCOMPARE(count<OwnerWrite>(), 0); // not before the proof is written
    give(FenceWritten{other, last<FenceWrite>()->fence});
    QCOMPARE(count<OwnerWrite>(), 1);
    QCOMPARE(last<OwnerWrite>()->next.host, self);
    QCOMPARE(last<OwnerWrite>()->next.generation, 2U);
    QCOMPARE(last<OwnerWrite>()->next.phase, Phase::Assigned);
}

void HaPrimaryTest::aFreshHeartbeatOnADatastoreForbidsTheOrder()
{
    silence(60s, true, true);
    QCOMPARE(count<OrderPower>(), 0);
    QCOMPARE(count<FenceWrite>(), 0);
    QCOMPARE(m_node.primary.hosts[at(other)].verdict, Verdict::Partitioned);
}

void HaPrimaryTest::anUnreadableDatastoreForbidsTheWatchdogProof()
{
    m_cluster.hosts[at(other)].hasBmc = false;
    silence(120s, false);
    QCOMPARE(count<FenceWrite>(), 0); // falls without `!reading.isReadable` in watchedSince()
    silence(22s);
    QCOMPARE(count<FenceWrite>(), 0);
    silence(5s);
    QVERIFY(count<FenceWrite>() >= 1);
    QCOMPARE(last<FenceWrite>()->fence.proof, Proof::WatchdogElapsed);
}

void HaPrimaryTest::aLivingSessionForbidsEverything()
{
    give(SessionChanged{other, BootId{1}});
    silence(120s);
    QCOMPARE(count<OrderPower>(), 0);
    QCOMPARE(count<FenceWrite>(), 0);
    QCOMPARE(m_node.primary.hosts[at(other)].verdict, Verdict::LinkBroken);
}

void HaPrimaryTest::anExpiredLeaseEndsTheTerm()
{
    QVERIFY(m_node.agent.isPrimary);
    m_now += 4s; // the last confirmed renewal was sent before
    give(PowerAnswer{other, PowerOrder::Read, PowerState::Off});
    QVERIFY(!m_node.agent.isPrimary);
    QCOMPARE(count<Resign>(), 1);
}

void HaPrimaryTest::ordersCarryTheEpoch()
{
    silence(13s);
    give(FenceWritten{other, {BootId{1}, Proof::BmcOff}});
    QCOMPARE(last<OwnerWrite>()->epoch, Epoch{9});
    Owner written = last<OwnerWrite>()->next;
    written.revision = Revision{10};
    give(OwnerWritten{VmRef{0}, Epoch{9}, true, written});
    const Send *sent = nullptr;
    for (const Action &action : m_actions) {
        if (const auto *each = std::get_if<Send>(&action);
            each && std::holds_alternative<StartOrder>(each->message))
            sent = each;
    }
    QVERIFY(sent);
    QCOMPARE(std::get<StartOrder>(sent->message).epoch, Epoch{9});
}

QTEST_APPLESS_MAIN(HaPrimaryTest)
#include "primarytest.moc"
