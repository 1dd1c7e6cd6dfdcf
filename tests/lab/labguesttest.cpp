// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject> // first: moc cannot read <concepts> before Qt has told it about the compiler

#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "core/lab/errors.h"
#include "core/lab/lab.h"
#include "core/lab/libvirt.h"
#include "core/lab/paths.h"
#include "core/lab/record.h"
#include "tests/lab/labfixture.h"
#include "tests/support/waitfor.h"

#include <QTemporaryDir>
#include <QTest>

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace core::lab;
using namespace labtest;
using core::hypervisor::Hypervisor;
using tests::waitFor;

/// What Linux guests show: addresses, uptimes, and the loss of the storage that they write to. One lab of two hosts and
/// four guests (web-01 and web-02 on h1; the Linux guests db-01 and app-01 on h2), used in the order of the tests.
class LabGuestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aGuestsAddressesAreFoundByItsAgent();
    void uptimesAreThoseOfTheProcesses();
    void twoHostsCannotStartTheSameDisk();
    void lostStorageStopsWritesUntilRepaired_data();
    void lostStorageStopsWritesUntilRepaired();
    void aDatastoreThatTheHostDoesNotSeeCannotBeLost();
    void lostStorageStaysLostWhenItsHostBootsAgain();
    void downEndsALabWhoseStorageHangs();

private:
    [[nodiscard]] LabStatus now() const;
    [[nodiscard]] LabHost host(const QString &name) const { return *findHost(now(), name); }
    [[nodiscard]] LabGuest guest(const QString &name) const { return *findGuest(now(), name); }
    [[nodiscard]] bool canLoseStorage() const;
    [[nodiscard]] std::unique_ptr<Hypervisor> connectTo(const QString &name);
    /// The writes that the guest has counted; absent before the first.
    [[nodiscard]] std::optional<int> writesOf(const QString &name) const;
    [[nodiscard]] bool goesOnWriting(const QString &name, int seconds) const;

    Place m_place;
    QTemporaryDir m_state;
    std::unique_ptr<core::hypervisor::LibvirtConnector> m_connector;
};

namespace {

QString detail(const core::Result<LabStatus> &result)
{
    return result ? QString() : result.error().code + u": "_s + result.error().detail;
}

Fault storageLost(const QString &host, const QString &datastore, StorageLoss kind)
{
    return {.fault = FaultKind::StorageLost,
            .host = host,
            .guest = {},
            .datastore = datastore,
            .network = {},
            .kind = kind};
}

/// Starts a guest on a host that does not have it; empty, or why not.
QByteArray startThere(const LabHost &host, const QByteArray &definition)
{
    const virConnectPtr connection = virConnectOpen(host.uri.toUtf8().constData());
    const virDomainPtr domain =
        connection ? virDomainCreateXML(connection, definition.constData(), 0) : nullptr;
    const QByteArray why = domain ? QByteArray() : QByteArray(virGetLastErrorMessage());
    if (domain) {
        virDomainDestroy(domain);
        virDomainFree(domain);
    }
    if (connection)
        virConnectClose(connection);
    return why;
}

} // namespace

LabStatus LabGuestTest::now() const
{
    const auto lab = status(m_place.directory());
    return lab ? *lab : LabStatus{};
}

bool LabGuestTest::canLoseStorage() const
{
    const LabStatus lab = now();
    return std::ranges::find(lab.faults, FaultKind::StorageLost) != lab.faults.end();
}

std::unique_ptr<Hypervisor> LabGuestTest::connectTo(const QString &name)
{
    const core::hypervisor::Capacity capacity{.logicalCpus = 1,
                                              .bootFile = host(name).directory + u"/init.pid"_s};
    const core::hypervisor::Endpoint endpoint{.uri = host(name).uri, .capacity = capacity};
    auto opened = waitFor(m_connector->open(endpoint));
    return opened ? *std::move(opened) : nullptr;
}

std::optional<int> LabGuestTest::writesOf(const QString &name) const
{
    const auto log = readFile(guest(name).serialLog);
    const auto at = log ? log->lastIndexOf(" writes ") : -1;
    if (at < 0)
        return std::nullopt;
    bool isNumber = false;
    const int writes = log->mid(at + 8).split('\n').first().trimmed().toInt(&isNumber);
    return isNumber ? std::optional(writes) : std::nullopt;
}

bool LabGuestTest::goesOnWriting(const QString &name, int seconds) const
{
    const auto before = writesOf(name);
    return eventually(seconds, [&] {
        const auto after = writesOf(name);
        return after && (!before || *after > *before);
    });
}

void LabGuestTest::initTestCase()
{
    ::signal(SIGPIPE, SIG_IGN); // Qt Test ends the process with it; libvirt writes to connections that broke
    const auto lab = m_place.up(2, 4);
    QVERIFY2(lab, qPrintable(detail(lab)));
    if (guest(u"db-01"_s).kind != GuestKind::Linux)
        QSKIP("the Linux guest cannot be prepared on this machine");
    m_connector = std::make_unique<core::hypervisor::LibvirtConnector>(m_state.path());
    for (const QString &name : {u"db-01"_s, u"app-01"_s})
        QVERIFY2(goesOnWriting(name, 120), qPrintable(name)); // it boots and makes its file system first
}

void LabGuestTest::aGuestsAddressesAreFoundByItsAgent()
{
    const auto host = connectTo(u"h2"_s);
    QVERIFY(host);
    const auto hasAddress = [&](const QString &name) {
        const auto vm = waitFor(host->vm(guest(name).uuid)); // the first asking begins the search
        return vm && !vm->addresses.empty();
    };
    QVERIFY(QTest::qWaitFor([&] { return hasAddress(u"db-01"_s); }, 60'000));
    QVERIFY(QTest::qWaitFor([&] { return hasAddress(u"app-01"_s); }, 60'000));
    const auto vm = waitFor(host->vm(guest(u"db-01"_s).uuid));
    QVERIFY(vm);
    const QString address = vm->addresses.front();
    QVERIFY2(address.startsWith(u"10.99."_s), qPrintable(address)); // as the guest gives itself
}

void LabGuestTest::uptimesAreThoseOfTheProcesses()
{
    const auto before = connectTo(u"h2"_s);
    QVERIFY(before);
    const auto sample = waitFor(before->sample());
    QVERIFY(sample);
    QCOMPARE(sample->vms.size(), 2u);
    QVERIFY(sample->host.uptime);
    for (const core::model::VmSample &vm : sample->vms) {
        QVERIFY(vm.uptime);
        QVERIFY(*vm.uptime > 0ms && *vm.uptime < *sample->host.uptime);
    }
}

void LabGuestTest::twoHostsCannotStartTheSameDisk()
{
    const auto definition = readFile(guest(u"db-01"_s).home + u"/vm.xml"_s);
    QVERIFY(definition);
    const QByteArray why = startThere(host(u"h1"_s), *definition);
    QVERIFY2(why.contains("Failed to get \"write\" lock"), why.constData());
    QVERIFY(goesOnWriting(u"db-01"_s, 30));
}

void LabGuestTest::lostStorageStopsWritesUntilRepaired_data()
{
    QTest::addColumn<StorageLoss>("kind");
    QTest::newRow("apd") << StorageLoss::Apd;
    QTest::newRow("pdl") << StorageLoss::Pdl;
}

void LabGuestTest::lostStorageStopsWritesUntilRepaired()
{
    QFETCH(StorageLoss, kind);
    if (!canLoseStorage())
        QSKIP("this machine lends no file systems to the lab");
    QVERIFY(goesOnWriting(u"db-01"_s, 60));
    const Fault fault = storageLost(u"h2"_s, u"shared1"_s, kind);
    const auto staged = inject(m_place.directory(), fault);
    QVERIFY2(staged, qPrintable(detail(staged)));
    QCOMPARE(staged->staged.size(), 1u);
    QTest::qWait(1500); // a write that was through, and the tick that tells of it
    const auto before = writesOf(u"db-01"_s);
    QTest::qWait(4000);
    const auto after = writesOf(u"db-01"_s);
    const auto other = connectTo(u"h1"_s); // sees the same datastore still
    const auto repaired = repair(m_place.directory(), fault);
    QVERIFY2(repaired, qPrintable(detail(repaired)));
    QCOMPARE(after, before);
    QVERIFY(other && waitFor(other->ping()));
    QVERIFY(goesOnTicking(guest(u"web-01"_s), 30));
    QVERIFY(repaired->staged.empty());
    QVERIFY(goesOnWriting(u"db-01"_s, 60));
}

void LabGuestTest::aDatastoreThatTheHostDoesNotSeeCannotBeLost()
{
    const auto staged = inject(m_place.directory(), storageLost(u"h2"_s, u"local-h1"_s, StorageLoss::Apd));
    QVERIFY(!staged);
    QVERIFY(staged.error().is(canLoseStorage() ? core::errors::NotFound : errors::FaultUnavailable));
}

void LabGuestTest::lostStorageStaysLostWhenItsHostBootsAgain()
{
    if (!canLoseStorage())
        QSKIP("this machine lends no file systems to the lab");
    const Fault lost = storageLost(u"h2"_s, u"shared1"_s, StorageLoss::Pdl);
    QVERIFY(inject(m_place.directory(), storageLost(u"h2"_s, u"shared1"_s, StorageLoss::Apd)));
    QVERIFY(inject(m_place.directory(), ofHost(FaultKind::PowerOff, u"h2"_s))); // while its I/O hangs
    QVERIFY(processesOn(Paths(m_place.directory()), now().isolation, u"h2"_s).empty());
    QVERIFY(inject(m_place.directory(), lost)); // the other kind takes its place
    QCOMPARE(now().staged.size(), 2u);
    QVERIFY(repair(m_place.directory(), ofHost(FaultKind::PowerOff, u"h2"_s)));
    const QString uuid = guest(u"db-01"_s).uuid.toString();
    const auto startsGuest = [&] {
        const auto connection = HostConnection::open(host(u"h2"_s).uri, 30s);
        return connection && connection->start(uuid).has_value();
    };
    QVERIFY(!startsGuest());
    QVERIFY(repair(m_place.directory(), lost));
    QVERIFY(startsGuest());
    QVERIFY(goesOnWriting(u"db-01"_s, 120));
}

void LabGuestTest::downEndsALabWhoseStorageHangs()
{
    if (canLoseStorage()) {
        QVERIFY(inject(m_place.directory(), storageLost(u"h2"_s, u"shared1"_s, StorageLoss::Apd)));
        QTest::qWait(2000); // a write of a guest is under way by then
    }
    const auto ended = down(m_place.directory());
    QVERIFY2(ended, ended ? "" : qPrintable(ended.error().detail));
    QCOMPARE(m_place.remains().join(u'\n'), QString()); // says what is left
}

QTEST_GUILESS_MAIN(LabGuestTest)
#include "labguesttest.moc"
