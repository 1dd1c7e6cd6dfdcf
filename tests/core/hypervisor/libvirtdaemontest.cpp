// SPDX-License-Identifier: GPL-3.0-or-later
// The libvirt adapter against a libvirt daemon of the test's own, with real guests.
#include "core/async/deadline.h"
#include "core/async/systemclock.h"
#include "core/hypervisor/errors.h"
#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "tests/core/hypervisor/contract.h"
#include "tests/core/hypervisor/sessiondaemon.h"
#include "tests/support/waitfor.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace core;
using namespace core::hypervisor;
using model::PowerState;
using tests::waitFor;

namespace {

const QString guestUuid = u"6c9a1f0e-7b1e-4f57-9a3a-0d5a54c0ffee"_s;
const VmId guestId = VmId::fromString(guestUuid);

template <class T>
QString why(const Result<T> &result)
{
    return result ? QString() : result.error().code + u": "_s + result.error().detail;
}

} // namespace

class TestLibvirtDaemon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theHostIsWhoItIs();
    void aLabHostHasTheCapacityItIsGiven();
    void virshChangesAreHeardAtOnce();
    void aGuestOnThisMachineIsDatedByItsProcess();
    void aRenameIsNotALoss();
    void undefiningARunningVmIsNotALoss();
    void theScreenSpeaksVnc();
    void aDatastoreHasTheIdInItsFile();
    void theDiskOfAVmThatIsOffGetsItsSize();
    void whyAnAddressDoesNotWork_data();
    void whyAnAddressDoesNotWork();
    void aStoppedDaemonDoesNotHoldAnybodyUp();
    void aDaemonStoppedForLongBreaksTheConnection();
    void aKilledDaemonBreaksTheConnectionAtOnce();

private:
    std::unique_ptr<Hypervisor> open();
    void listen(Hypervisor &host);
    template <class Event>
    bool heard(const std::function<bool(const Event &)> &wanted, int withinMs);

    std::unique_ptr<tests::SessionDaemon> m_daemon;
    QTemporaryDir m_state;
    SystemClock m_clock;
    std::unique_ptr<LibvirtConnector> m_connector;
    std::vector<HostEvent> m_events;
};

void TestLibvirtDaemon::initTestCase()
{
    m_daemon = std::make_unique<tests::SessionDaemon>();
    QVERIFY(m_daemon->start());
    m_daemon->define(m_daemon->guestXml(u"tick"_s, guestUuid));
    m_connector = std::make_unique<LibvirtConnector>(m_state.path());
}

void TestLibvirtDaemon::init()
{
    m_events.clear();
    if (m_daemon->virsh({u"domstate"_s, guestUuid}).trimmed() != "running"_L1) {
        const QString said = m_daemon->virsh({u"start"_s, guestUuid});
        QVERIFY2(!said.startsWith("error"_L1), qPrintable(said));
    }
}

void TestLibvirtDaemon::cleanup()
{
    m_daemon->proceed();
}

std::unique_ptr<Hypervisor> TestLibvirtDaemon::open()
{
    auto opened = waitFor(m_connector->open(Endpoint{.uri = m_daemon->uri()}));
    if (!opened) {
        qWarning().noquote() << why(opened);
        return nullptr;
    }
    return *std::move(opened);
}

void TestLibvirtDaemon::listen(Hypervisor &host)
{
    host.listen([this](const HostEvent &event) { m_events.push_back(event); });
}

template <class Event>
bool TestLibvirtDaemon::heard(const std::function<bool(const Event &)> &wanted, int withinMs)
{
    return QTest::qWaitFor(
        [&] {
            return std::ranges::any_of(m_events, [&](const HostEvent &event) {
                const auto *one = std::get_if<Event>(&event);
                return one && wanted(*one);
            });
        },
        withinMs);
}

void TestLibvirtDaemon::theHostIsWhoItIs()
{
    const auto host = open();
    QVERIFY(host);
    const auto facts = waitFor(host->host());
    QVERIFY2(facts, qPrintable(why(facts)));
    QCOMPARE(facts->id.toString(), m_daemon->hostUuid());
    QVERIFY(facts->hypervisor.startsWith("QEMU "_L1));
    QVERIFY(!facts->cpuModel.isEmpty());
    QVERIFY(!facts->lab);
}

void TestLibvirtDaemon::aLabHostHasTheCapacityItIsGiven()
{
    const Capacity capacity{.logicalCpus = 2, .cpuMhz = MegaHertz(1500), .memory = Bytes(512 << 20)};
    auto opened = waitFor(m_connector->open(Endpoint{.uri = m_daemon->uri(), .capacity = capacity}));
    QVERIFY2(opened, qPrintable(why(opened)));
    const auto facts = waitFor((*opened)->host());
    QVERIFY2(facts, qPrintable(why(facts)));
    QVERIFY(facts->lab);
    QCOMPARE(facts->cpuCapacity(), MegaHertz(3000));
    QCOMPARE(facts->memory, capacity.memory);

    const auto first = waitFor((*opened)->sample());
    QTest::qWait(200);
    const auto second = waitFor((*opened)->sample());
    QVERIFY2(first && second, qPrintable(why(second)));
    QCOMPARE(*second->host.memoryTotal, capacity.memory);
    Bytes resident;
    model::Nanoseconds busy{0};
    for (size_t i = 0; i < second->vms.size(); ++i) {
        resident += *second->vms[i].memoryResident;
        busy += *second->vms[i].cpuTime - *first->vms[i].cpuTime;
    }
    QCOMPARE(*second->host.memoryUsed, resident);
    QCOMPARE((*second->host.cpuBusy - *first->host.cpuBusy).count(), busy.count());
    QVERIFY(*second->host.cpuTotal - *first->host.cpuTotal >= 400ms);
}

void TestLibvirtDaemon::virshChangesAreHeardAtOnce()
{
    const auto host = open();
    QVERIFY(host);
    listen(*host);
    const QString other = u"0d0d0d0d-1111-4222-8333-444444444444"_s;
    const auto isOther = [id = VmId::fromString(other)](const auto &event) { return event.vm == id; };
    m_daemon->define(m_daemon->guestXml(u"other"_s, other));
    QVERIFY(heard<VmChanged>(isOther, 300));
    for (const QStringList &command :
         {QStringList{u"start"_s, other}, QStringList{u"suspend"_s, other}, QStringList{u"resume"_s, other},
          QStringList{u"desc"_s, other, u"noted"_s}, QStringList{u"destroy"_s, other}}) {
        m_events.clear();
        const QString said = m_daemon->virsh(command);
        QVERIFY2(!said.startsWith("error"_L1), qPrintable(said));
        QVERIFY2(heard<VmChanged>(isOther, 300), qPrintable(command.first()));
    }
    m_events.clear();
    m_daemon->virsh({u"undefine"_s, other});
    QVERIFY(heard<VmGone>(isOther, 300));
}

void TestLibvirtDaemon::aGuestOnThisMachineIsDatedByItsProcess()
{
    const auto host = open(); // after the guest was started: only its process knows since when it runs
    QVERIFY(host);
    const auto sample = waitFor(host->sample());
    QVERIFY2(sample, qPrintable(why(sample)));
    QCOMPARE(sample->vms.size(), 1u);
    QVERIFY(sample->vms.front().uptime);
    QVERIFY(sample->host.uptime);
    QVERIFY(*sample->vms.front().uptime < *sample->host.uptime);
}

void TestLibvirtDaemon::aRenameIsNotALoss()
{
    const auto host = open();
    QVERIFY(host);
    m_daemon->virsh({u"destroy"_s, guestUuid});
    listen(*host);
    m_daemon->virsh({u"domrename"_s, guestUuid, u"tock"_s});
    const auto isGuest = [](const auto &event) { return event.vm == guestId; };
    QVERIFY(heard<VmChanged>(isGuest, 300));
    QVERIFY(!heard<VmGone>(isGuest, 100));
    const auto vm = waitFor(host->vm(guestId));
    QVERIFY2(vm, qPrintable(why(vm)));
    QCOMPARE(vm->name, u"tock"_s);
    const auto back = waitFor(host->rename(guestId, u"tick"_s));
    QVERIFY2(back, qPrintable(why(back)));
}

void TestLibvirtDaemon::undefiningARunningVmIsNotALoss()
{
    const auto host = open();
    QVERIFY(host);
    listen(*host);
    m_daemon->virsh({u"undefine"_s, guestUuid});
    const auto isGuest = [](const auto &event) { return event.vm == guestId; };
    QVERIFY(heard<VmChanged>(isGuest, 300));
    QVERIFY(!heard<VmGone>(isGuest, 100));
    const auto vm = waitFor(host->vm(guestId));
    QVERIFY2(vm, qPrintable(why(vm)));
    QVERIFY(!vm->persistent);
    m_daemon->define(m_daemon->guestXml(u"tick"_s, guestUuid));
}

void TestLibvirtDaemon::theScreenSpeaksVnc()
{
    const auto host = open();
    QVERIFY(host);
    const auto screen = waitFor(host->openScreen(guestId));
    QVERIFY2(screen, qPrintable(why(screen)));
    char greeting[4] = {};
    QCOMPARE(::read(screen->get(), greeting, 3), 3);
    QCOMPARE(QByteArray(greeting), QByteArray("RFB"));
}

void TestLibvirtDaemon::aDatastoreHasTheIdInItsFile()
{
    const QString named = m_daemon->directory(u"it's <named>"_s);
    const QString plain = m_daemon->directory(u"plain"_s);
    const QString id = u"a2c3d4e5-0000-4000-8000-00000000d5d5"_s;
    (void)m_daemon->directory(u"it's <named>/.vigie"_s);
    m_daemon->write(u"it's <named>/.vigie/datastore.json"_s, u"{\"id\":\"%1\"}"_s.arg(id));
    const auto host = open();
    QVERIFY(host);
    listen(*host);
    for (const auto &[name, path] : {std::pair{u"named"_s, named}, std::pair{u"plain"_s, plain}}) {
        m_daemon->write(u"pool.xml"_s,
                        u"<pool type='dir'><name>%1</name><target><path>%2</path></target></pool>"_s.arg(
                            name, path.toHtmlEscaped()));
        const QString said =
            m_daemon->virsh({u"pool-create"_s, m_daemon->directory(u"."_s) + u"/pool.xml"_s});
        QVERIFY2(!said.startsWith("error"_L1), qPrintable(said));
    }
    QVERIFY(heard<StorageChanged>([](const StorageChanged &) { return true; }, 300));
    QTest::qWait(100);
    m_events.clear();
    const auto datastores = waitFor(host->datastores());
    QVERIFY2(datastores, qPrintable(why(datastores)));
    const auto byName = [&](const QString &name) {
        const auto found = std::ranges::find(*datastores, name, &model::Datastore::name);
        return found == datastores->end() ? model::Datastore() : *found;
    };
    QCOMPARE(byName(u"named"_s).id.toString(), id);
    QCOMPARE(byName(u"named"_s).path, named);
    QVERIFY(byName(u"named"_s).capacity > Bytes(0));
    QCOMPARE(byName(u"plain"_s).type, u"dir"_s);
    QVERIFY(byName(u"plain"_s).id.isNull());
    // Looking makes no noise, or hearing of a change would cause the next.
    QVERIFY(!heard<StorageChanged>([](const StorageChanged &) { return true; }, 200));
    QCOMPARE(
        m_daemon->virsh({u"pool-list"_s, u"--all"_s, u"--name"_s}).split(u'\n', Qt::SkipEmptyParts).size(),
        2);
}

void TestLibvirtDaemon::theDiskOfAVmThatIsOffGetsItsSize()
{
    const QString off = u"0ff0ff0f-1111-4222-8333-444444444444"_s;
    m_daemon->write(u"disk.raw"_s, QString(1 << 20, u'x'));
    QString xml = m_daemon->guestXml(u"off"_s, off);
    xml.replace(
        "<memballoon"_L1,
        u"<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='%1/disk.raw'/>"
        "<target dev='hda' bus='ide'/></disk><memballoon"_s.arg(m_daemon->directory(u"."_s)));
    m_daemon->define(xml);
    const auto host = open();
    QVERIFY(host);
    listen(*host);
    const auto sizeOf = [&]() -> qint64 {
        const auto vms = waitFor(host->vms());
        if (!vms)
            return -1;
        const auto found = std::ranges::find(*vms, VmId::fromString(off), &model::Vm::id);
        return found == vms->end() || found->disks.empty() ? -1 : found->disks.front().capacity.count();
    };
    QCOMPARE(sizeOf(), 0);
    QVERIFY(
        heard<VmChanged>([&](const VmChanged &event) { return event.vm == VmId::fromString(off); }, 2000));
    QCOMPARE(sizeOf(), 1 << 20);
    m_daemon->virsh({u"undefine"_s, off});
}

void TestLibvirtDaemon::whyAnAddressDoesNotWork_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("reason");
    const QString failed = core::hypervisor::errors::ConnectionFailed.name;
    const QString invalid = core::hypervisor::errors::UriInvalid.name;
    QTest::newRow("empty") << u" "_s << invalid << u"empty"_s;
    QTest::newRow("no scheme") << u"h1"_s << invalid << u"no-scheme"_s;
    QTest::newRow("no driver") << u"foo:///system"_s << invalid << u"no-driver"_s;
    QTest::newRow("no transport") << u"qemu+carrier-pigeon://h1/system"_s << invalid << u"no-transport"_s;
    QTest::newRow("malformed") << u"qemu+ssh://h1:x/system"_s << invalid << u"malformed"_s;
    QTest::newRow("a password") << u"qemu+tcp://me:secret@h1/system"_s << invalid << u"malformed"_s;
    QTest::newRow("no socket") << u"qemu+unix:///session?socket=/nowhere/sock"_s << failed
                               << u"socket-missing"_s;
    QTest::newRow("nobody listens") << u"qemu+tcp://127.0.0.1:1/system"_s << failed << u"refused"_s;
    QTest::newRow("no such name") << u"qemu+tcp://no-such-host.invalid/system"_s << failed
                                  << u"name-unknown"_s;
    QTest::newRow("no such path") << u"qemu+unix:///nonsense?socket="_s + m_daemon->socketPath() << invalid
                                  << u"malformed"_s;
}

void TestLibvirtDaemon::whyAnAddressDoesNotWork()
{
    QFETCH(QString, uri);
    QFETCH(QString, code);
    QFETCH(QString, reason);
    const auto opened = waitFor(m_connector->open(Endpoint{.uri = uri}));
    QVERIFY(!opened);
    qInfo().noquote() << opened.error().code << opened.error().params << opened.error().detail;
    QVERIFY(!opened.error().detail.isEmpty());
    QCOMPARE(opened.error().code, code);
    QCOMPARE(opened.error().params.value(u"reason"_s).toString(), reason);
    QVERIFY(!opened.error().params.value(u"uri"_s).toString().contains(u"secret"_s));
}

void TestLibvirtDaemon::aStoppedDaemonDoesNotHoldAnybodyUp()
{
    auto host = open();
    QVERIFY(host);
    m_daemon->pause();
    const auto answered = waitFor(withDeadline(host->ping(), &m_clock, 500ms));
    QVERIFY(!answered);
    QCOMPARE(answered.error().code, QString(core::errors::Timeout.name));
    for (int i = 0; i < 3; ++i) {
        const auto late = waitFor(withDeadline(host->vms(), &m_clock, 50ms));
        QVERIFY(!late);
    }
    QElapsedTimer passed;
    passed.start();
    host.reset();
    QVERIFY2(passed.elapsed() < 50, qPrintable(QString::number(passed.elapsed())));

    for (int i = 0; i < 5; ++i) {
        const auto tried =
            waitFor(withDeadline(m_connector->open(Endpoint{.uri = m_daemon->uri()}), &m_clock, 100ms));
        QVERIFY(!tried);
        QCOMPARE(tried.error().code, QString(core::errors::Timeout.name));
    }
    m_daemon->proceed();
    passed.restart();
    const auto again = open();
    QVERIFY(again);
    QVERIFY(passed.elapsed() < 3000);
    const auto alive = waitFor(again->ping());
    QVERIFY2(alive, qPrintable(why(alive)));
}

void TestLibvirtDaemon::aDaemonStoppedForLongBreaksTheConnection()
{
    const auto host = open();
    QVERIFY(host);
    listen(*host);
    m_daemon->pause();
    QElapsedTimer passed;
    passed.start();
    const auto isUnreachable = [](const ConnectionLost &lost) {
        return lost.why.is(core::errors::Unreachable);
    };
    QVERIFY(heard<ConnectionLost>(isUnreachable, 10'000));
    qInfo() << "lost after" << passed.elapsed() << "ms";
    QCOMPARE(m_events.size(), 1U); // all connections broke: it is said once
    const auto answer = waitFor(host->vms());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, QString(core::errors::Unreachable.name));
}

void TestLibvirtDaemon::aKilledDaemonBreaksTheConnectionAtOnce()
{
    const auto host = open();
    QVERIFY(host);
    listen(*host);
    m_daemon->kill();
    QVERIFY(heard<ConnectionLost>([](const ConnectionLost &) { return true; }, 500));
    const auto refused = waitFor(m_connector->open(Endpoint{.uri = m_daemon->uri()}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().params.value(u"reason"_s).toString(), u"refused"_s);
    QVERIFY(m_daemon->start());
    const auto again = open();
    QVERIFY(again);
    const auto vm = waitFor(again->vm(guestId));
    QVERIFY2(vm, qPrintable(why(vm)));
    QCOMPARE(vm->state, PowerState::Running); // the guest outlived its daemon
}

/// The contract, kept against this daemon too.
static int runContract(int argc, char **argv)
{
    tests::SessionDaemon daemon;
    if (!daemon.start())
        return 1;
    daemon.define(daemon.guestXml(u"tick"_s, guestUuid));
    const QTemporaryDir state;
    LibvirtConnector connector(state.path());
    tests::HypervisorContract contract(
        {.open = [&] { return connector.open(Endpoint{.uri = daemon.uri()}); }});
    return QTest::qExec(&contract, argc, argv);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestLibvirtDaemon test;
    const int failed = QTest::qExec(&test, argc, argv);
    return failed + (argc > 1 ? 0 : runContract(argc, argv));
}

#include "libvirtdaemontest.moc"
