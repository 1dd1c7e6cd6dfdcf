// SPDX-License-Identifier: GPL-3.0-or-later
// Guests whose process hangs, under a libvirt daemon of the test's own: libvirt waits for their monitors for ever, and
// nobody may wait with it. The limits here only end a test that fails.
#include "core/async/deadline.h"
#include "core/async/systemclock.h"
#include "core/hypervisor/libvirt/guestreading.h"
#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "tests/core/hypervisor/sessiondaemon.h"
#include "tests/support/waitfor.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace core;
using namespace core::hypervisor;
using model::PowerState;
using tests::waitFor;

namespace {

constexpr int guests = libvirt::mostMonitorReaders + 2;

QString nameOf(int guest)
{
    return u"guest-%1"_s.arg(guest);
}

QString uuidOf(int guest)
{
    return u"6c9a1f0e-7b1e-4f57-9a3a-0d5a54c0000%1"_s.arg(guest);
}

VmId idOf(int guest)
{
    return VmId::fromString(uuidOf(guest));
}

template <class T>
QString why(const Result<T> &result)
{
    return result ? QString() : result.error().code + u": "_s + result.error().detail;
}

const model::VmSample *find(const model::Sample &sample, int guest)
{
    const auto found = std::ranges::find(sample.vms, idOf(guest), &model::VmSample::vm);
    return found == sample.vms.end() ? nullptr : &*found;
}

} // namespace

class LibvirtHangTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aHungGuestHoldsUpNoReading();
    void aGuestThatGoesOnIsReadInFullAgain();
    void manyHungGuestsLeaveWhatNeedsNoMonitor();
    void requestsToAHungGuestHoldUpNoOthers();
    void aHungGuestCanBePoweredOff();

private:
    [[nodiscard]] std::unique_ptr<Hypervisor> open();
    template <class T>
    [[nodiscard]] Result<T> ended(Task<T> task)
    {
        return waitFor(withDeadline(std::move(task), &m_clock, 60s));
    }

    tests::SessionDaemon m_daemon;
    QTemporaryDir m_state;
    SystemClock m_clock;
    std::unique_ptr<LibvirtConnector> m_connector;
};

void LibvirtHangTest::initTestCase()
{
    QVERIFY(m_daemon.start());
    for (int guest = 0; guest < guests; ++guest)
        m_daemon.define(m_daemon.guestXml(nameOf(guest), uuidOf(guest)));
    m_connector = std::make_unique<LibvirtConnector>(m_state.path());
}

void LibvirtHangTest::init()
{
    for (int guest = 0; guest < guests; ++guest) {
        if (m_daemon.virsh({u"domstate"_s, uuidOf(guest)}).trimmed() == "running"_L1)
            continue;
        (void)m_daemon.virsh({u"destroy"_s, uuidOf(guest)}); // of one that is paused
        const QString said = m_daemon.virsh({u"start"_s, uuidOf(guest)});
        QVERIFY2(!said.startsWith("error"_L1), qPrintable(said));
    }
}

void LibvirtHangTest::cleanup()
{
    for (int guest = 0; guest < guests; ++guest)
        m_daemon.proceedGuest(nameOf(guest));
}

std::unique_ptr<Hypervisor> LibvirtHangTest::open()
{
    auto opened = ended(m_connector->open(Endpoint{.uri = m_daemon.uri()}));
    return opened ? *std::move(opened) : nullptr;
}

void LibvirtHangTest::aHungGuestHoldsUpNoReading()
{
    m_daemon.pauseGuest(nameOf(0));
    const auto host = open();
    QVERIFY(host);
    const auto vms = ended(host->vms());
    QVERIFY2(vms, qPrintable(why(vms)));
    QCOMPARE(vms->size(), size_t(guests));
    QVERIFY(std::ranges::all_of(*vms, [](const model::Vm &vm) { return vm.state == PowerState::Running; }));
    const auto vm = ended(host->vm(idOf(0)));
    QVERIFY2(vm, qPrintable(why(vm)));
    for (int round = 0; round < 3; ++round) {
        const auto sample = ended(host->sample());
        QVERIFY2(sample, qPrintable(why(sample)));
        QVERIFY(find(*sample, 0) && find(*sample, 0)->cpuTime);
        QVERIFY(!find(*sample, 0)->memoryResident); // only its process knows
        QVERIFY(find(*sample, 1) && find(*sample, 1)->memoryResident);
    }
    const auto alive = ended(host->ping());
    QVERIFY2(alive, qPrintable(why(alive)));
}

void LibvirtHangTest::aGuestThatGoesOnIsReadInFullAgain()
{
    m_daemon.pauseGuest(nameOf(0));
    const auto host = open();
    QVERIFY(host && ended(host->sample()));
    m_daemon.proceedGuest(nameOf(0));
    const auto isWhole = [&] {
        const auto sample = ended(host->sample());
        return sample && find(*sample, 0) && find(*sample, 0)->memoryResident;
    };
    QVERIFY(QTest::qWaitFor(isWhole, 30'000));
}

void LibvirtHangTest::manyHungGuestsLeaveWhatNeedsNoMonitor()
{
    for (int guest = 0; guest < guests - 1; ++guest)
        m_daemon.pauseGuest(nameOf(guest));
    const auto host = open();
    QVERIFY(host);
    for (int round = 0; round < 2; ++round) {
        const auto sample = ended(host->sample());
        QVERIFY2(sample, qPrintable(why(sample)));
        QCOMPARE(sample->vms.size(), size_t(guests));
        QVERIFY(std::ranges::all_of(sample->vms,
                                    [](const model::VmSample &vm) { return vm.cpuTime && vm.cpus == 1; }));
    }
    const auto vms = ended(host->vms());
    QVERIFY2(vms, qPrintable(why(vms)));
}

void LibvirtHangTest::requestsToAHungGuestHoldUpNoOthers()
{
    m_daemon.pauseGuest(nameOf(0));
    const auto host = open();
    QVERIFY(host);
    for (int round = 0; round < 3; ++round) {
        const auto paused = waitFor(withDeadline(host->pause(idOf(0)), &m_clock, 100ms));
        QVERIFY(!paused && paused.error().is(core::errors::Timeout));
        const auto screen = waitFor(withDeadline(host->openScreen(idOf(0)), &m_clock, 100ms));
        QVERIFY(!screen && screen.error().is(core::errors::Timeout));
    }
    const auto paused = ended(host->pause(idOf(1)));
    QVERIFY2(paused, qPrintable(why(paused)));
    const auto resumed = ended(host->resume(idOf(1)));
    QVERIFY2(resumed, qPrintable(why(resumed)));
    const auto screen = ended(host->openScreen(idOf(2)));
    QVERIFY2(screen, qPrintable(why(screen)));
    const auto vms = ended(host->vms());
    QVERIFY2(vms, qPrintable(why(vms)));
}

void LibvirtHangTest::aHungGuestCanBePoweredOff()
{
    m_daemon.pauseGuest(nameOf(0));
    const auto host = open();
    QVERIFY(host && ended(host->sample())); // which is left waiting for it
    const auto off = ended(host->powerOff(idOf(0)));
    QVERIFY2(off, qPrintable(why(off)));
    const auto vm = ended(host->vm(idOf(0)));
    QVERIFY2(vm, qPrintable(why(vm)));
    QCOMPARE(vm->state, PowerState::Off);
    const auto sample = ended(host->sample());
    QVERIFY2(sample, qPrintable(why(sample)));
    QCOMPARE(sample->vms.size(), size_t(guests - 1));
}

QTEST_GUILESS_MAIN(LibvirtHangTest)
#include "libvirthangtest.moc"
