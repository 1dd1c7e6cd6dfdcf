// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject> // first: moc cannot read <concepts> before Qt has told it about the compiler

#include "core/lab/errors.h"
#include "core/lab/lab.h"
#include "core/lab/libvirt.h"
#include "core/lab/paths.h"
#include "core/lab/record.h"
#include "tests/lab/labfixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <csignal>
#include <future>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace core::lab;
using namespace labtest;

/// One lab of two hosts and three guests (web-01 and web-02, tick guests on h1; db-01, a Linux guest on h2), used in
/// the order of the tests; labs of their own where one is destroyed.
class LabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyGuestTicks();
    void theGuestAgentAnswers();
    void secondUpChangesNothing();
    void aScreenPassesThroughTheRelay();
    void guestsMoveBetweenHosts();
    void pausedDaemonIsSilentUntilRepaired_data();
    void pausedDaemonIsSilentUntilRepaired();
    void cutMigrationNetworkStopsMigrations();
    void crashedGuestIsOffUntilRepaired();
    void hungGuestStopsTicking();
    void failedApplicationIsSeenByItsGuest();
    void hostWithoutPowerComesBackEmpty();
    void faultsThatCannotBeStagedAreRefused();
    void labComesBackAfterItsSupervisorDied();
    void downLeavesNothing();
    void downLeavesNothingAfterTheSupervisorWasKilled();
    void downLeavesNothingOfAnInterruptedUp_data();
    void downLeavesNothingOfAnInterruptedUp();
    void labsSideBySideDoNotMeet();
    void foreignDirectoriesAreLeftAlone();

private:
    [[nodiscard]] LabStatus now() const;
    [[nodiscard]] LabHost host(const QString &name) const { return *findHost(now(), name); }
    [[nodiscard]] LabGuest guest(const QString &name) const { return *findGuest(now(), name); }
    [[nodiscard]] bool can(FaultKind fault) const;

    Place m_place;
};

namespace {

/// A libvirt call in a thread of its own, for daemons that may not answer.
std::future<bool> knowsGuest(const LabHost &host, const LabGuest &guest)
{
    return std::async(std::launch::async, [uri = host.uri, uuid = guest.uuid.toString()] {
        const auto connection = HostConnection::open(uri, 60s);
        return connection && connection->hasGuest(uuid);
    });
}

QString detail(const core::Result<LabStatus> &result)
{
    return result ? QString() : result.error().code + u": "_s + result.error().detail;
}

/// Live and peer to peer, as the core does it; empty, or why not.
QByteArray migrate(const QByteArray &name, const LabHost &from, const LabHost &to)
{
    const virConnectPtr connection = virConnectOpen(from.uri.toUtf8().constData());
    const virDomainPtr domain = connection ? virDomainLookupByName(connection, name.constData()) : nullptr;
    constexpr unsigned flags = VIR_MIGRATE_LIVE | VIR_MIGRATE_PEER2PEER | VIR_MIGRATE_UNSAFE
        | VIR_MIGRATE_PERSIST_DEST | VIR_MIGRATE_UNDEFINE_SOURCE;
    const QByteArray peer = to.peerUri.toUtf8();
    const QByteArray data = to.migrationUri.toUtf8();
    QByteArray why = "no such guest";
    if (domain
        && virDomainMigrateToURI2(domain, peer.constData(), data.constData(), nullptr, flags, nullptr, 0)
            == 0)
        why.clear();
    else if (domain)
        why = virGetLastErrorMessage();
    if (domain)
        virDomainFree(domain);
    if (connection)
        virConnectClose(connection);
    return why;
}

} // namespace

LabStatus LabTest::now() const
{
    const auto lab = status(m_place.directory());
    return lab ? *lab : LabStatus{};
}

bool LabTest::can(FaultKind fault) const
{
    const LabStatus lab = now();
    return std::ranges::find(lab.faults, fault) != lab.faults.end();
}

void LabTest::initTestCase()
{
    ::signal(SIGPIPE, SIG_IGN); // Qt Test ends the process with it; libvirt writes to connections that broke
    const auto lab = m_place.up(2, 3);
    QVERIFY2(lab, qPrintable(detail(lab)));
    qInfo("isolation: %s", core::wireName(lab->isolation));
    QCOMPARE(lab->hosts.size(), 2u);
    QCOMPARE(lab->guests.size(), 3u);
    for (const LabHost &each : lab->hosts) {
        QVERIFY(each.state == HostState::Up);
        QVERIFY(QFile::exists(each.directory + u"/host.json"_s));
    }
    for (const LabGuest &each : lab->guests) {
        QVERIFY(each.state == GuestState::Running);
        QVERIFY(QFile::exists(each.home + u"/vm.xml"_s));
    }
    for (const LabDatastore &each : lab->datastores)
        QVERIFY(QFile::exists(each.path + u"/.vigie/datastore.json"_s));
}

void LabTest::everyGuestTicks()
{
    for (const LabGuest &each : now().guests) {
        QVERIFY2(goesOnTicking(each, 90), qPrintable(each.name)); // the Linux guest boots first
        QVERIFY2(goesOnTicking(each, 30), qPrintable(each.name));
    }
}

void LabTest::theGuestAgentAnswers()
{
    if (guest(u"db-01"_s).kind != GuestKind::Linux)
        QSKIP("the Linux guest cannot be prepared on this machine");
    const auto connection = HostConnection::open(host(u"h2"_s).uri, 10s);
    QVERIFY(connection);
    const auto answers = [&] {
        const auto reply = connection->askAgent(guest(u"db-01"_s).uuid.toString(),
                                                R"({"execute":"guest-get-host-name"})", 5);
        return reply && reply->contains("db-01");
    };
    QVERIFY(eventually(60, answers));
}

void LabTest::secondUpChangesNothing()
{
    const LabStatus before = now();
    const auto again = m_place.up(2, 3);
    QVERIFY2(again, qPrintable(detail(again)));
    for (size_t i = 0; i < before.hosts.size(); ++i)
        QCOMPARE(again->hosts[i].pid, before.hosts[i].pid);
    QCOMPARE(again->id, before.id);
}

void LabTest::aScreenPassesThroughTheRelay()
{
    const virConnectPtr connection = virConnectOpen(host(u"h1"_s).uri.toUtf8().constData());
    QVERIFY(connection);
    const virDomainPtr domain = virDomainLookupByName(connection, "web-01");
    QVERIFY(domain);
    const Fd screen(virDomainOpenGraphicsFD(domain, 0, 0));
    virDomainFree(domain);
    virConnectClose(connection);
    QVERIFY(screen);
    QByteArray greeting(12, '\0');
    QCOMPARE(::read(screen.get(), greeting.data(), 12), 12);
    QVERIFY(greeting.startsWith("RFB 003."));
}

void LabTest::guestsMoveBetweenHosts()
{
    QCOMPARE(migrate("web-02", host(u"h1"_s), host(u"h2"_s)), QByteArray());
    QCOMPARE(guest(u"web-02"_s).host, u"h2"_s);
    QVERIFY(goesOnTicking(guest(u"web-02"_s), 30));
}

void LabTest::pausedDaemonIsSilentUntilRepaired_data()
{
    QTest::addColumn<FaultKind>("fault");
    QTest::newRow("daemon-pause") << FaultKind::DaemonPause;
    QTest::newRow("host-pause") << FaultKind::HostPause;
    QTest::newRow("network-cut") << FaultKind::NetworkCut;
}

void LabTest::pausedDaemonIsSilentUntilRepaired()
{
    QFETCH(FaultKind, fault);
    if (!can(fault))
        QSKIP("this isolation cannot stage it");
    const auto staged = inject(m_place.directory(), ofHost(fault, u"h1"_s));
    QVERIFY2(staged, qPrintable(detail(staged)));
    auto call = knowsGuest(host(u"h1"_s), guest(u"web-01"_s));
    const bool silent = call.wait_for(3s) == std::future_status::timeout;
    const auto repaired = repair(m_place.directory(), ofHost(fault, u"h1"_s));
    QVERIFY2(repaired, qPrintable(detail(repaired)));
    QVERIFY(silent);
    QVERIFY(call.wait_for(10s) == std::future_status::ready);
    QVERIFY(call.get());
    QVERIFY(repaired->staged.empty());
    QVERIFY(host(u"h1"_s).state == HostState::Up);
}

void LabTest::cutMigrationNetworkStopsMigrations()
{
    if (!can(FaultKind::NetworkCut))
        QSKIP("this isolation cannot stage it");
    Fault cut = ofHost(FaultKind::NetworkCut, u"h1"_s);
    cut.network = NetworkKind::Migration;
    QVERIFY(inject(m_place.directory(), cut));
    auto call = knowsGuest(host(u"h1"_s), guest(u"web-01"_s)); // the management network is another
    QVERIFY(call.wait_for(10s) == std::future_status::ready);
    QVERIFY(call.get());
    QVERIFY(migrate("web-01", host(u"h1"_s), host(u"h2"_s)) != QByteArray());
    QCOMPARE(guest(u"web-01"_s).host, u"h1"_s);
    QVERIFY(repair(m_place.directory(), cut));
    QVERIFY(now().staged.empty());
    QCOMPARE(migrate("web-01", host(u"h1"_s), host(u"h2"_s)), QByteArray());
    QCOMPARE(migrate("web-01", host(u"h2"_s), host(u"h1"_s)), QByteArray());
}

void LabTest::crashedGuestIsOffUntilRepaired()
{
    QVERIFY(inject(m_place.directory(), ofGuest(FaultKind::GuestCrash, u"web-01"_s)));
    QVERIFY(eventually(10, [&] { return guest(u"web-01"_s).state == GuestState::Off; }));
    QTest::qWait(1000); // libvirt notices a moment later
    const auto repaired = repair(m_place.directory(), ofGuest(FaultKind::GuestCrash, u"web-01"_s));
    QVERIFY2(repaired, qPrintable(detail(repaired)));
    QVERIFY(guest(u"web-01"_s).state == GuestState::Running);
}

void LabTest::hungGuestStopsTicking()
{
    QVERIFY(goesOnTicking(guest(u"web-01"_s), 30));
    QVERIFY(inject(m_place.directory(), ofGuest(FaultKind::GuestHang, u"web-01"_s)));
    QVERIFY(guest(u"web-01"_s).state == GuestState::Hung);
    const qint64 before = logSize(guest(u"web-01"_s));
    QTest::qWait(2500);
    QCOMPARE(logSize(guest(u"web-01"_s)), before);
    QVERIFY(repair(m_place.directory(), ofGuest(FaultKind::GuestHang, u"web-01"_s)));
    QVERIFY(goesOnTicking(guest(u"web-01"_s), 30));
}

void LabTest::failedApplicationIsSeenByItsGuest()
{
    if (guest(u"db-01"_s).kind != GuestKind::Linux)
        QSKIP("the Linux guest cannot be prepared on this machine");
    const auto last = [this] {
        const auto log = readFile(guest(u"db-01"_s).serialLog);
        return log ? log->trimmed().split('\n').last() : QByteArray();
    };
    const auto staged = inject(m_place.directory(), ofGuest(FaultKind::AppFail, u"db-01"_s));
    QVERIFY2(staged, qPrintable(detail(staged)));
    QVERIFY(eventually(20, [&] { return last().contains("app FAILED"); }));
    QVERIFY(repair(m_place.directory(), ofGuest(FaultKind::AppFail, u"db-01"_s)));
    QVERIFY(eventually(20, [&] { return last().contains("app ok"); }));
}

void LabTest::hostWithoutPowerComesBackEmpty()
{
    const LabStatus before = now();
    const auto staged = inject(m_place.directory(), ofHost(FaultKind::PowerOff, u"h1"_s));
    QVERIFY2(staged, qPrintable(detail(staged)));
    QVERIFY(host(u"h1"_s).state == HostState::Off);
    QVERIFY(processesOn(Paths(m_place.directory()), before.isolation, u"h1"_s).empty());
    QVERIFY(guest(u"web-01"_s).state == GuestState::Off);
    QVERIFY(guest(u"web-02"_s).state == GuestState::Running); // it moved to h2
    const auto repaired = repair(m_place.directory(), ofHost(FaultKind::PowerOff, u"h1"_s));
    QVERIFY2(repaired, qPrintable(detail(repaired)));
    auto call = knowsGuest(host(u"h1"_s), guest(u"web-01"_s));
    QVERIFY(call.wait_for(30s) == std::future_status::ready);
    QVERIFY(call.get()); // defined still, but not running
    QVERIFY(guest(u"web-01"_s).state == GuestState::Off);
}

void LabTest::faultsThatCannotBeStagedAreRefused()
{
    const auto staged = inject(m_place.directory(), ofHost(FaultKind::EtcdDown, {}));
    QVERIFY(!staged);
    QVERIFY(staged.error().is(errors::FaultUnavailable));
    const auto unknown = inject(m_place.directory(), ofHost(FaultKind::PowerOff, u"h9"_s));
    QVERIFY(!unknown);
    QVERIFY(unknown.error().is(core::errors::NotFound));
}

void LabTest::labComesBackAfterItsSupervisorDied()
{
    const auto keeper = readPid(Paths(m_place.directory()).keeperPid());
    QVERIFY(keeper);
    QVERIFY(killAndWait(*keeper, 30s));
    const auto lab = m_place.up(2, 3);
    QVERIFY2(lab, qPrintable(detail(lab)));
    for (const LabGuest &each : lab->guests)
        QVERIFY2(each.state == GuestState::Running, qPrintable(each.name));
}

void LabTest::downLeavesNothing()
{
    const auto ended = down(m_place.directory());
    QVERIFY2(ended, ended ? "" : qPrintable(ended.error().detail));
    QCOMPARE(m_place.remains().join(u'\n'), QString()); // says what is left
    QVERIFY(down(m_place.directory())); // and again
}

void LabTest::downLeavesNothingAfterTheSupervisorWasKilled()
{
    const Place place;
    const auto lab = place.up(1, 1);
    QVERIFY2(lab, qPrintable(detail(lab)));
    const auto keeper = readPid(Paths(place.directory()).keeperPid());
    QVERIFY(keeper);
    ::kill(keeper->pid, SIGKILL);
    QVERIFY(down(place.directory()));
    QCOMPARE(place.remains().join(u'\n'), QString());
}

void LabTest::downLeavesNothingOfAnInterruptedUp_data()
{
    QTest::addColumn<int>("milliseconds");
    for (const int each : {30, 150, 300, 600, 1200, 2400})
        QTest::addRow("%d ms", each) << each;
}

void LabTest::downLeavesNothingOfAnInterruptedUp()
{
    QFETCH(int, milliseconds);
    const Place place;
    QStringList arguments{u"lab"_s,     u"up"_s, u"--dir"_s,    place.directory(),
                          u"--hosts"_s, u"2"_s,  u"--guests"_s, u"3"_s};
    if (const auto wanted = place.options(1, 1).isolation; wanted)
        arguments += {u"--isolation"_s, QString::fromLatin1(core::wireName(*wanted))};
    QProcess program;
    program.start(qEnvironmentVariable("VIGIE_BIN") + u"/vigiectl"_s, arguments);
    QVERIFY(program.waitForStarted());
    QThread::msleep(static_cast<unsigned long>(milliseconds));
    program.kill();
    program.waitForFinished();
    const auto ended = down(place.directory());
    QVERIFY2(ended, ended ? "" : qPrintable(ended.error().detail));
    QCOMPARE(place.remains().join(u'\n'), QString());
}

void LabTest::labsSideBySideDoNotMeet()
{
    const Place left;
    const Place right;
    QVERIFY(left.up(1, 1));
    QVERIFY(right.up(1, 1));
    const auto one = status(left.directory());
    QVERIFY(one);
    QVERIFY(down(right.directory()));
    QVERIFY(right.remains().filter(u"/lab"_s).isEmpty());
    const auto still = status(left.directory());
    QVERIFY(still);
    QCOMPARE(still->hosts.front().pid, one->hosts.front().pid);
    QVERIFY(still->guests.front().state == GuestState::Running);
}

void LabTest::foreignDirectoriesAreLeftAlone()
{
    const Place place;
    QVERIFY(QDir().mkpath(place.directory()));
    QVERIFY(writeFile(place.directory() + u"/mine"_s, "precious"));
    const auto refused = place.up(1, 0);
    QVERIFY(!refused);
    QVERIFY(refused.error().is(errors::NotEmpty));
    const auto kept = down(place.directory());
    QVERIFY(!kept);
    QVERIFY(kept.error().is(errors::NotALab));
    QVERIFY(QFile::exists(place.directory() + u"/mine"_s));
    QVERIFY(QFile::remove(place.directory() + u"/mine"_s));
    QVERIFY(QDir().rmdir(place.directory()));
}

QTEST_GUILESS_MAIN(LabTest)
#include "labtest.moc"
