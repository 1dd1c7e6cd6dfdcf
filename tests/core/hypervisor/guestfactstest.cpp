// SPDX-License-Identifier: GPL-3.0-or-later
// What the libvirt adapter remembers of guests: since when they run, which addresses they have.
#include "core/hypervisor/libvirt/addresses.h"
#include "core/hypervisor/libvirt/localprocesses.h"
#include "core/hypervisor/libvirt/starttimes.h"
#include "core/hypervisor/libvirt/turns.h"

#include <QTemporaryFile>
#include <QTest>

#include <unistd.h>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace core;
using namespace core::hypervisor::libvirt;

namespace {

const VmId web = VmId::random();
const VmId db = VmId::random();
constexpr Instant noon{12h};

StartTimes::Dated unknown(const std::vector<VmId> &)
{
    return {};
}

} // namespace

class GuestFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRanBeforeWeCameIsDatedByItsProcessOrNotAtAll();
    void aGuestSeenToBootBeganThen();
    void aGuestThatCameFromAnotherHostIsNotDated();
    void aRestartBeginsAnew();
    void processesAreLookedForOnceOnly();
    void aFileOfAnEndedProcessSaysNothing();
    void addressesAreShownIpv4FirstWithoutLocalOnes();
    void aGuestIsAskedOnceAMinute();
    void anAgentThatCameUpIsAskedAtOnce();
    void aGuestUnderQuestionIsNotAskedAgain();
    void addressesOfAVmThatIsOffAreForgotten();
    void oneRequestAtATimeWaitsForAVmsProcess();
};

void GuestFactsTest::whatRanBeforeWeCameIsDatedByItsProcessOrNotAtAll()
{
    StartTimes starts;
    starts.add({{.vm = web, .run = 1, .booted = true}, {.vm = db, .run = 2, .booted = true}}, noon,
               [](const std::vector<VmId> &) {
                   return StartTimes::Dated{{web, noon - 1h}};
               });
    QCOMPARE(starts.of(web), std::optional(noon - 1h));
    QCOMPARE(starts.of(db), std::nullopt);
}

void GuestFactsTest::aGuestSeenToBootBeganThen()
{
    StartTimes starts;
    starts.add({}, noon, unknown);
    starts.add({{.vm = web, .run = 1, .booted = true}}, noon + 20s, unknown);
    starts.add({{.vm = web, .run = 1, .booted = false}}, noon + 40s, unknown); // paused, say
    QCOMPARE(starts.of(web), std::optional(noon + 20s));
}

void GuestFactsTest::aGuestThatCameFromAnotherHostIsNotDated()
{
    StartTimes starts;
    starts.add({}, noon, unknown);
    starts.add({{.vm = web, .run = 1, .booted = false}}, noon + 20s, unknown);
    QCOMPARE(starts.of(web), std::nullopt);
}

void GuestFactsTest::aRestartBeginsAnew()
{
    StartTimes starts;
    starts.add({}, noon, unknown);
    starts.add({{.vm = web, .run = 1, .booted = true}}, noon + 20s, unknown);
    starts.add({{.vm = web, .run = 2, .booted = true}}, noon + 40s, unknown);
    QCOMPARE(starts.of(web), std::optional(noon + 40s));
    starts.add({}, noon + 60s, unknown);
    QCOMPARE(starts.of(web), std::nullopt);
}

void GuestFactsTest::processesAreLookedForOnceOnly()
{
    StartTimes starts;
    std::vector<VmId> asked;
    const auto dating = [&asked](const std::vector<VmId> &vms) {
        asked.insert(asked.end(), vms.begin(), vms.end());
        return StartTimes::Dated();
    };
    for (int round = 0; round < 3; ++round)
        starts.add({{.vm = web, .run = 1, .booted = true}}, noon + round * 20s, dating);
    QCOMPARE(asked, std::vector{web});
}

void GuestFactsTest::aFileOfAnEndedProcessSaysNothing()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const auto pid = QByteArray::number(::getpid());
    file.write(pid + " 1\n"); // a start that is not this process's
    file.flush();
    QCOMPARE(processUptime(file.fileName()), std::nullopt);
    QCOMPARE(processUptime(file.fileName() + u".none"_s), std::nullopt);
    QFile stat(u"/proc/self/stat"_s);
    QVERIFY(stat.open(QIODevice::ReadOnly));
    const QByteArray text = stat.readAll();
    file.resize(0);
    file.seek(0);
    file.write(pid + ' ' + text.mid(text.lastIndexOf(')') + 2).split(' ')[19] + '\n');
    file.flush();
    const auto uptime = processUptime(file.fileName());
    QVERIFY(uptime);
    QVERIFY(*uptime >= 0ms && *uptime <= *machineUptime());
}

void GuestFactsTest::addressesAreShownIpv4FirstWithoutLocalOnes()
{
    const std::vector<QString> told{u"127.0.0.1"_s, u"::1"_s,         u"fe80::1"_s, u"2001:db8::7"_s,
                                    u"10.0.0.7"_s,  u"169.254.3.4"_s, u"10.0.0.7"_s};
    QCOMPARE(presentable(told), (std::vector<QString>{u"10.0.0.7"_s, u"2001:db8::7"_s}));
}

void GuestFactsTest::aGuestIsAskedOnceAMinute()
{
    AddressMemory memory;
    const AddressMemory::Now now{1h};
    QVERIFY(memory.startAsking(web, true, now));
    memory.endAsking(web);
    QVERIFY(!memory.startAsking(web, true, now + 20s));
    QVERIFY(memory.startAsking(db, true, now + 20s));
    QVERIFY(memory.startAsking(web, true, now + 60s));
}

void GuestFactsTest::anAgentThatCameUpIsAskedAtOnce()
{
    AddressMemory memory;
    const AddressMemory::Now now{1h};
    QVERIFY(memory.startAsking(web, false, now));
    memory.endAsking(web);
    QVERIFY(memory.startAsking(web, true, now + 1s));
}

void GuestFactsTest::aGuestUnderQuestionIsNotAskedAgain()
{
    AddressMemory memory;
    const AddressMemory::Now now{1h};
    QVERIFY(memory.startAsking(web, true, now));
    memory.forget(web);
    QVERIFY(!memory.startAsking(web, true, now + 2h));
    memory.endAsking(web);
    QVERIFY(memory.startAsking(web, true, now + 2h));
}

void GuestFactsTest::addressesOfAVmThatIsOffAreForgotten()
{
    AddressMemory memory;
    QVERIFY(!memory.remember(web, {u"10.0.0.7"_s})); // nobody asked
    QVERIFY(memory.startAsking(web, true, {}));
    QVERIFY(memory.remember(web, {u"10.0.0.7"_s}));
    QVERIFY(!memory.remember(web, {u"10.0.0.7"_s}));
    QCOMPARE(memory.of(web), std::vector<QString>{u"10.0.0.7"_s});
    memory.forget(web);
    QCOMPARE(memory.of(web), std::vector<QString>{});
}

void GuestFactsTest::oneRequestAtATimeWaitsForAVmsProcess()
{
    Turns turns;
    Turn first = turns.take(web);
    QVERIFY(first);
    QVERIFY(!turns.take(web, 1ms));
    QVERIFY(turns.take(db, 1ms));
    auto waiting = std::async(std::launch::async, [&turns] { return turns.take(web, 1min) != nullptr; });
    first.reset();
    QVERIFY(waiting.get());
    QVERIFY(turns.take(web, 1ms)); // the one that waited has given it back
}

QTEST_GUILESS_MAIN(GuestFactsTest)
#include "guestfactstest.moc"
