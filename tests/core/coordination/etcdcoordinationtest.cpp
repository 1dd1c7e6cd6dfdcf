// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coordination/etcd/etcdcoordination.h"
#include "core/coordination/etcd/ownerjson.h"
#include "core/fencing/fence.h"
#include "core/ha/node.h"
#include "etcdserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::coordination;
using namespace std::chrono_literals;

/// Two agents' coordination by a real etcd.
class EtcdCoordinationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void recordsAreReadAsTheyWereWritten();
    void oneOfTwoCandidatesIsElected();
    void anOwnerIsWrittenOnlyByWhoKnowsItsRevision();
    void aPrimaryThatLostTheElectionWritesNothing();
    void aSessionEndsWithItsLease();
    void aRestartOfTheStoreLosesNoNews();
    void twoNodesHandTheElectionOver();

private:
    struct Side {
        std::vector<ha::Input> inputs;
        std::unique_ptr<EtcdCoordination> coordination;

        template <class T>
        [[nodiscard]] const T *last() const
        {
            const T *found = nullptr;
            for (const ha::Input &input : inputs)
                found = std::holds_alternative<T>(input) ? &std::get<T>(input) : found;
            return found;
        }
    };
    void open(Side &side, int host, Duration lease = 5s);
    [[nodiscard]] bool begin(Side &side);

    tests::EtcdServer m_server;
    Names m_names;
    int m_cluster = 0;
};

namespace {

constexpr ha::VmRef vm{0};
const ha::Owner running{.host = ha::HostRef{1},
                        .boot = ha::BootId{3},
                        .generation = 7,
                        .phase = ha::Phase::Running,
                        .proof = ha::Proof::SameHost};

} // namespace

void EtcdCoordinationTest::initTestCase()
{
    const QString problem = m_server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void EtcdCoordinationTest::init()
{
    m_names = {u"c%1"_s.arg(++m_cluster), {u"host-a"_s, u"host-b"_s}, {u"vm-1"_s}};
}

void EtcdCoordinationTest::open(Side &side, int host, Duration lease)
{
    EtcdCoordination::Settings settings{.endpoints = {m_server.endpoint()}, .lease = lease};
    side.coordination = std::make_unique<EtcdCoordination>(
        settings, m_names, ha::hostRef(static_cast<std::size_t>(host)),
        [&side](ha::Input input) { side.inputs.push_back(std::move(input)); });
}

/// A session, and everything read.
bool EtcdCoordinationTest::begin(Side &side)
{
    side.coordination->ask(ha::Renew{.sentAt = 1s, .boot = ha::BootId{3}, .isNew = true});
    side.coordination->ask(ha::ReadAll{});
    return QTest::qWaitFor([&] {
        return side.last<ha::Renewed>() && side.last<ha::Renewed>()->isNew && side.last<ha::Everything>();
    });
}

void EtcdCoordinationTest::recordsAreReadAsTheyWereWritten()
{
    const ha::Owner moving{.host = ha::HostRef{1},
                           .boot = ha::BootId{3},
                           .generation = 7,
                           .phase = ha::Phase::Migrating,
                           .to = ha::HostRef{0},
                           .toBoot = ha::BootId{9},
                           .proof = ha::Proof::WatchdogElapsed,
                           .attempts = 2};
    const ha::Owner read = readOwner(writeOwner(moving, m_names), m_names, ha::Revision{5});
    QCOMPARE(read.host, moving.host);
    QCOMPARE(read.boot, moving.boot);
    QCOMPARE(read.generation, moving.generation);
    QCOMPARE(read.phase, moving.phase);
    QCOMPARE(read.to, moving.to);
    QCOMPARE(read.toBoot, moving.toBoot);
    QCOMPARE(read.proof, moving.proof);
    QCOMPARE(read.attempts, moving.attempts);
    QCOMPARE(read.revision, ha::Revision{5});
    QCOMPARE(readOwner("no json", m_names, {}).phase, ha::Phase::Stopped);
    QCOMPARE(readFence(writeFence({ha::BootId{4}, ha::Proof::BmcOff})).proof, ha::Proof::BmcOff);
}

void EtcdCoordinationTest::oneOfTwoCandidatesIsElected()
{
    Side a;
    Side b;
    open(a, 0);
    open(b, 1);
    QVERIFY(begin(a) && begin(b));
    a.coordination->ask(ha::Campaign{});
    b.coordination->ask(ha::Campaign{});
    QTRY_VERIFY(a.last<ha::ElectionChanged>() && b.last<ha::ElectionChanged>());
    QCOMPARE(a.last<ha::ElectionChanged>()->primary, b.last<ha::ElectionChanged>()->primary);
    QCOMPARE(a.last<ha::ElectionChanged>()->epoch, b.last<ha::ElectionChanged>()->epoch);
    Side &winner = a.last<ha::ElectionChanged>()->primary == ha::HostRef{0} ? a : b;
    const ha::Epoch epoch = winner.last<ha::ElectionChanged>()->epoch;
    winner.coordination->ask(ha::Resign{epoch});
    QTRY_COMPARE(b.last<ha::ElectionChanged>()->primary, ha::noHost);
    QCOMPARE(b.last<ha::ElectionChanged>()->epoch, epoch);
}

void EtcdCoordinationTest::anOwnerIsWrittenOnlyByWhoKnowsItsRevision()
{
    Side a;
    open(a, 0);
    QVERIFY(begin(a));
    a.coordination->protect(vm, running);
    QTRY_VERIFY(a.last<ha::OwnerChanged>());
    const ha::Revision first = a.last<ha::OwnerChanged>()->owner.revision;
    ha::Owner next = running;
    next.generation = 8;
    a.coordination->ask(ha::OwnerWrite{vm, first, {}, next});
    QTRY_VERIFY(a.last<ha::OwnerWritten>());
    QVERIFY(a.last<ha::OwnerWritten>()->isDone);
    const ha::Revision second = a.last<ha::OwnerWritten>()->current.revision;
    QVERIFY(second > first);
    a.inputs.clear();
    next.generation = 9;
    a.coordination->ask(ha::OwnerWrite{vm, first, {}, next});
    QTRY_VERIFY(a.last<ha::OwnerWritten>());
    QVERIFY(!a.last<ha::OwnerWritten>()->isDone);
    QCOMPARE(a.last<ha::OwnerWritten>()->current.generation, 8U);
    QCOMPARE(a.last<ha::OwnerWritten>()->current.revision, second);
}

void EtcdCoordinationTest::aPrimaryThatLostTheElectionWritesNothing()
{
    Side a;
    open(a, 0);
    QVERIFY(begin(a));
    a.coordination->protect(vm, running);
    a.coordination->ask(ha::Campaign{});
    QTRY_VERIFY(a.last<ha::ElectionChanged>() && a.last<ha::OwnerChanged>());
    const ha::Epoch epoch = a.last<ha::ElectionChanged>()->epoch;
    const ha::Epoch stale{static_cast<std::uint64_t>(epoch) - 1};
    const ha::Revision revision = a.last<ha::OwnerChanged>()->owner.revision;
    a.coordination->ask(ha::FenceWrite{ha::HostRef{1}, {ha::BootId{3}, ha::Proof::BmcOff}, stale});
    a.coordination->ask(ha::OwnerWrite{vm, revision, stale, running});
    QTRY_VERIFY(a.last<ha::OwnerWritten>());
    QVERIFY(!a.last<ha::OwnerWritten>()->isDone);
    QVERIFY(!a.last<ha::FenceWritten>());
    a.coordination->ask(ha::FenceWrite{ha::HostRef{1}, {ha::BootId{3}, ha::Proof::BmcOff}, epoch});
    QTRY_VERIFY(a.last<ha::FenceWritten>());
    QCOMPARE(a.last<ha::FenceWritten>()->fence.proof, ha::Proof::BmcOff);
}

void EtcdCoordinationTest::aSessionEndsWithItsLease()
{
    Side a;
    Side b;
    open(a, 0, 1s);
    open(b, 1);
    QVERIFY(begin(b) && begin(a));
    a.coordination->ask(ha::Campaign{});
    QTRY_VERIFY(b.last<ha::ElectionChanged>());
    QTRY_VERIFY_WITH_TIMEOUT(b.last<ha::ElectionChanged>()->primary == ha::noHost, 10'000);
    QTRY_VERIFY(b.last<ha::SessionChanged>());
    QCOMPARE(b.last<ha::SessionChanged>()->host, ha::HostRef{0});
    QCOMPARE(b.last<ha::SessionChanged>()->boot, ha::BootId{});
    a.inputs.clear();
    a.coordination->ask(ha::Renew{.sentAt = 9s, .boot = ha::BootId{3}});
    QTRY_VERIFY(a.last<ha::Renewed>());
    QVERIFY(!a.last<ha::Renewed>()->isAlive);
    QCOMPARE(a.last<ha::Renewed>()->sentAt, Duration(9s));
}

void EtcdCoordinationTest::aRestartOfTheStoreLosesNoNews()
{
    Side a;
    Side b;
    open(a, 0);
    open(b, 1);
    QVERIFY(begin(a) && begin(b));
    m_server.kill();
    QTest::qWait(1000);
    const QString problem = m_server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const auto wins = [&] {
        a.coordination->ask(ha::Campaign{});
        return QTest::qWaitFor([&] { return b.last<ha::ElectionChanged>() != nullptr; }, 1000);
    };
    for (int attempt = 0; attempt < 20 && !wins(); ++attempt)
        a.coordination->ask(ha::Renew{.sentAt = 2s, .boot = ha::BootId{3}, .isNew = true});
    QVERIFY(b.last<ha::ElectionChanged>());
    QCOMPARE(b.last<ha::ElectionChanged>()->primary, ha::HostRef{0});
}

namespace {

/// An agent's process as far as coordination goes.
class SmallAgent
{
public:
    SmallAgent(const ha::Cluster &cluster, int host, EtcdCoordination::Settings settings, const Names &names)
        : m_cluster(cluster),
          m_coordination(std::move(settings), names, ha::hostRef(static_cast<std::size_t>(host)),
                         [this](ha::Input input) { give(input); })
    {
        m_clock.start();
        m_node.agent = ha::newAgent(ha::hostRef(static_cast<std::size_t>(host)), {}, cluster);
        ha::start(m_node.gate, ha::hostRef(static_cast<std::size_t>(host)), ha::BootId{1});
        m_tick.setInterval(1000);
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { give(ha::Tick{}); });
        m_tick.start();
        give(ha::Started{.boot = ha::BootId{1}, .uptime = 1h, .vms = {}});
    }
    void give(const ha::Input &input)
    {
        ha::Actions actions;
        ha::step(m_node, m_cluster, input, ha::Moment(1h) + Duration(m_clock.elapsed()), actions);
        for (const ha::Action &action : actions) {
            std::visit(
                [this](const auto &each) {
                    if constexpr (requires { EtcdCoordination::Request(each); })
                        m_coordination.ask(each);
                },
                action);
        }
    }
    [[nodiscard]] bool isPrimary() const { return m_node.hasTerm && m_node.primary.isReady; }
    [[nodiscard]] ha::Epoch epoch() const { return m_node.agent.epoch; }

private:
    const ha::Cluster &m_cluster;
    QElapsedTimer m_clock;
    ha::Node m_node;
    QTimer m_tick;
    EtcdCoordination m_coordination;
};

} // namespace

void EtcdCoordinationTest::twoNodesHandTheElectionOver()
{
    ha::Cluster cluster;
    cluster.stores = {"ds1"};
    for (const char *name : {"h1", "h2"})
        cluster.hosts.push_back({.name = name, .cpu = 1'000, .memory = 1'000, .stores = 1});
    cluster.vms.push_back({.name = "vm1", .store = ha::StoreRef{0}, .dependsOn = {}});
    ha::complete(cluster);
    const EtcdCoordination::Settings settings{.endpoints = {m_server.endpoint()}};
    auto a = std::make_unique<SmallAgent>(cluster, 0, settings, m_names);
    QTRY_VERIFY_WITH_TIMEOUT(a->isPrimary(), 10'000);
    const ha::Epoch first = a->epoch();
    SmallAgent b(cluster, 1, settings, m_names);
    QTest::qWait(2000);
    QVERIFY(a->isPrimary() && !b.isPrimary());
    a.reset(); // as by kill -9: nothing is revoked
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(b.isPrimary(), 15'000);
    qInfo("the successor took over after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 8'000);
    QVERIFY(b.epoch() > first);
}

QTEST_GUILESS_MAIN(EtcdCoordinationTest)
#include "etcdcoordinationtest.moc"
