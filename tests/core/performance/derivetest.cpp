// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/performance/derive.h"

#include <QTest>

#include <cmath>

using namespace core;
using namespace core::literals;
using namespace core::performance;
using namespace std::chrono_literals;
using model::Counter;

namespace {

const Instant start{1'800'000'000'000ms};
const VmId vmA{QUuid::fromString(u"00000000-0000-0000-0000-00000000000a")};

model::Host someHost()
{
    return {.id = HostId(QUuid::fromString(u"00000000-0000-0000-0000-000000000001")),
            .logicalCpus = 16,
            .cpuMhz = 2000_MHz,
            .memory = 64_GiB};
}

model::VmSample vmBefore()
{
    model::VmSample vm;
    vm.vm = vmA;
    vm.cpus = 2;
    vm.cpuTime = 100s;
    vm.readyTime = 3s;
    vm.memoryResident = 900_MiB;
    vm.memoryAvailable = 1000_MiB;
    vm.memoryUsable = 600_MiB;
    vm.balloonCurrent = 900_MiB;
    vm.balloonMaximum = 1024_MiB;
    vm.diskRead = Bytes(1000);
    vm.diskWritten = Bytes(5000);
    vm.diskRequests = 50;
    vm.diskTime = 1s;
    vm.networkReceived = Bytes(0);
    vm.networkSent = Bytes(70);
    return vm;
}

model::VmSample vmAfter()
{
    model::VmSample vm = vmBefore();
    vm.cpuTime = 110s;
    vm.readyTime = 3500ms;
    vm.diskRead = Bytes(1000 + 20 * 4096);
    vm.diskWritten = Bytes(5000 + 20 * 100);
    vm.diskRequests = 50 + 200;
    vm.diskTime = 1s + 400ms;
    vm.networkReceived = Bytes(20 * 11);
    vm.networkSent = Bytes(70 + 20 * 13);
    return vm;
}

model::Sample sampleWith(Instant time, model::VmSample vm)
{
    return {.time = time, .vms = {std::move(vm)}};
}

/// What the VM did between the two, if anything was derived.
std::optional<Measurement> ofVm(const model::Sample &before, const model::Sample &after)
{
    for (const Measurement &each : derive(before, after, someHost())) {
        if (each.object == model::ObjectRef(vmA))
            return each;
    }
    return std::nullopt;
}

float valueOf(const Measurement &measurement, Counter counter)
{
    return measurement.values[static_cast<size_t>(counter)];
}

} // namespace

class DeriveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVmIsMeasuredByTheFormulas();
    void aHostIsMeasuredByTheFormulas();
    void anUnevenIntervalGivesTheSameRates();
    void aVmSeenForTheFirstTimeGivesNothing();
    void noTimePassedGivesNothing();
    void anyCounterThatWentBackDropsTheVm_data();
    void anyCounterThatWentBackDropsTheVm();
    void aVmThatWentBackLeavesTheOthersAlone();
    void whatIsNotToldIsNotKnown();
    void aDiskWithoutRequestsHasNoLatency();
    void usageIsNeverOverOne();
    void memoryThatTheGuestReportsLateIsNeverNegative();
    void anUptimeIsHandedOnInWholeSeconds();
};

void DeriveTest::aVmIsMeasuredByTheFormulas()
{
    const auto vm = ofVm(sampleWith(start, vmBefore()), sampleWith(start + 20s, vmAfter()));
    QVERIFY(vm);
    QCOMPARE(vm->from, start);
    QCOMPARE(vm->to, start + 20s);
    QCOMPARE(valueOf(*vm, Counter::CpuUsageRatio), 0.25F); // 10 s of 2 CPUs × 20 s
    QCOMPARE(valueOf(*vm, Counter::CpuUsageMhz), 1000.0F); // half a CPU of 2,000 MHz
    QCOMPARE(valueOf(*vm, Counter::CpuReadyMs), 500.0F);
    QCOMPARE(valueOf(*vm, Counter::MemoryUsed), static_cast<float>((900_MiB).count()));
    QCOMPARE(valueOf(*vm, Counter::MemoryActive), static_cast<float>((400_MiB).count()));
    QCOMPARE(valueOf(*vm, Counter::MemoryBalloon), static_cast<float>((124_MiB).count()));
    QCOMPARE(valueOf(*vm, Counter::DiskRead), 4096.0F);
    QCOMPARE(valueOf(*vm, Counter::DiskWrite), 100.0F);
    QCOMPARE(valueOf(*vm, Counter::DiskLatencyMs), 2.0F); // 400 ms in 200 requests
    QCOMPARE(valueOf(*vm, Counter::NetworkReceived), 11.0F);
    QCOMPARE(valueOf(*vm, Counter::NetworkSent), 13.0F);
    QCOMPARE(*vm->load.cpuUsageRatio, 0.25);
    QCOMPARE(*vm->load.cpuUsage, 1000_MHz);
    QCOMPARE(*vm->load.memoryUsed, 900_MiB);
    QVERIFY(vm->load.object == model::ObjectRef(vmA));
}

void DeriveTest::anUptimeIsHandedOnInWholeSeconds()
{
    auto now = vmAfter();
    QVERIFY(!ofVm(sampleWith(start, vmBefore()), sampleWith(start + 20s, now))->load.uptimeSeconds);
    now.uptime = 3725'900ms;
    QCOMPARE(ofVm(sampleWith(start, vmBefore()), sampleWith(start + 20s, now))->load.uptimeSeconds,
             std::optional<qint64>(3725));
}

void DeriveTest::aHostIsMeasuredByTheFormulas()
{
    model::Sample before{.time = start, .host = {.cpuBusy = 100s, .cpuTotal = 1000s, .diskRead = Bytes(10)}};
    model::Sample after{
        .time = start + 20s,
        .host = {.cpuBusy = 180s, .cpuTotal = 1320s, .memoryUsed = 48_GiB, .diskRead = Bytes(210)}};
    const auto all = derive(before, after, someHost());
    QCOMPARE(all.size(), size_t(1));
    const Measurement &host = all.front();
    QVERIFY(host.object == model::ObjectRef(someHost().id));
    QCOMPARE(valueOf(host, Counter::CpuUsageRatio), 0.25F);
    QCOMPARE(valueOf(host, Counter::CpuUsageMhz), 8000.0F); // a quarter of 16 × 2,000 MHz
    QCOMPARE(valueOf(host, Counter::MemoryUsed), static_cast<float>((48_GiB).count()));
    QCOMPARE(valueOf(host, Counter::DiskRead), 10.0F);
    QVERIFY(std::isnan(valueOf(host, Counter::NetworkSent)));
    QVERIFY(std::isnan(valueOf(host, Counter::CpuReadyMs)));
    QCOMPARE(*host.load.memoryUsed, 48_GiB);

    // A host that tells no total: its CPUs times the time.
    before.host.cpuTotal.reset();
    after.host.cpuTotal.reset();
    QCOMPARE(valueOf(derive(before, after, someHost()).front(), Counter::CpuUsageRatio), 0.25F);
}

void DeriveTest::anUnevenIntervalGivesTheSameRates()
{
    model::VmSample after = vmBefore();
    *after.cpuTime += 3500ms;
    *after.readyTime += 175ms;
    *after.networkSent += Bytes(91);
    const auto vm = ofVm(sampleWith(start, vmBefore()), sampleWith(start + 7s, after));
    QCOMPARE(valueOf(*vm, Counter::CpuUsageRatio), 0.25F);
    QCOMPARE(valueOf(*vm, Counter::CpuReadyMs), 500.0F); // as if for 20 s
    QCOMPARE(valueOf(*vm, Counter::NetworkSent), 13.0F);
}

void DeriveTest::aVmSeenForTheFirstTimeGivesNothing()
{
    QVERIFY(!ofVm(model::Sample{.time = start}, sampleWith(start + 20s, vmAfter())));
}

void DeriveTest::noTimePassedGivesNothing()
{
    QVERIFY(derive(sampleWith(start, vmBefore()), sampleWith(start, vmAfter()), someHost()).empty());
    QVERIFY(derive(sampleWith(start, vmBefore()), sampleWith(start - 5s, vmAfter()), someHost()).empty());
}

void DeriveTest::anyCounterThatWentBackDropsTheVm_data()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < 8; ++i)
        QTest::addRow("%d", i) << i;
}

void DeriveTest::anyCounterThatWentBackDropsTheVm()
{
    QFETCH(int, which);
    model::VmSample before = vmBefore();
    before.networkReceived = Bytes(1);
    model::VmSample after = before;
    switch (which) {
    case 0: after.cpuTime = 1s; break;
    case 1: after.readyTime = 1s; break;
    case 2: after.diskRead = Bytes(0); break;
    case 3: after.diskWritten = Bytes(0); break;
    case 4: after.diskRequests = 0; break;
    case 5: after.diskTime = 0s; break;
    case 6: after.networkReceived = Bytes(0); break;
    default: after.networkSent = Bytes(0); break;
    }
    QVERIFY(!ofVm(sampleWith(start, before), sampleWith(start + 20s, after)));
}

void DeriveTest::aVmThatWentBackLeavesTheOthersAlone()
{
    model::VmSample restarted = vmBefore();
    restarted.vm = VmId::random();
    model::Sample before = sampleWith(start, vmBefore());
    before.vms.push_back(restarted);
    restarted.cpuTime = 0s;
    model::Sample after = sampleWith(start + 20s, vmAfter());
    after.vms.insert(after.vms.begin(), restarted);
    QCOMPARE(derive(before, after, someHost()).size(), size_t(2)); // the host and the other VM
    QVERIFY(ofVm(before, after));
}

void DeriveTest::whatIsNotToldIsNotKnown()
{
    const model::VmSample silent{.vm = vmA};
    const auto vm = ofVm(sampleWith(start, silent), sampleWith(start + 20s, silent));
    QVERIFY(vm);
    for (const float value : vm->values)
        QVERIFY(std::isnan(value));
    QVERIFY(!vm->load.cpuUsageRatio && !vm->load.cpuUsage && !vm->load.memoryUsed);
}

void DeriveTest::aDiskWithoutRequestsHasNoLatency()
{
    const auto vm = ofVm(sampleWith(start, vmBefore()), sampleWith(start + 20s, vmBefore()));
    QCOMPARE(valueOf(*vm, Counter::DiskLatencyMs), 0.0F);
}

void DeriveTest::usageIsNeverOverOne()
{
    model::VmSample after = vmBefore();
    *after.cpuTime += 41s; // 2 CPUs × 20 s, and a second of the emulator's
    const auto vm = ofVm(sampleWith(start, vmBefore()), sampleWith(start + 20s, after));
    QCOMPARE(valueOf(*vm, Counter::CpuUsageRatio), 1.0F);
    QCOMPARE(valueOf(*vm, Counter::CpuUsageMhz), 4100.0F);
}

void DeriveTest::memoryThatTheGuestReportsLateIsNeverNegative()
{
    model::VmSample after = vmAfter();
    after.memoryUsable = 1001_MiB;
    after.balloonCurrent = 1025_MiB;
    const auto vm = ofVm(sampleWith(start, vmBefore()), sampleWith(start + 20s, after));
    QCOMPARE(valueOf(*vm, Counter::MemoryActive), 0.0F);
    QCOMPARE(valueOf(*vm, Counter::MemoryBalloon), 0.0F);
}

QTEST_GUILESS_MAIN(DeriveTest)
#include "derivetest.moc"
