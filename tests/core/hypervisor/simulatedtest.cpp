// SPDX-License-Identifier: GPL-3.0-or-later
// What the simulated adapter has beside the contract: delays, faults, cut connections.
#include "core/hypervisor/errors.h"
#include "core/hypervisor/simulated/connector.h"
#include "tests/support/virtualtime.h"

#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::hypervisor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::PowerState;

namespace {

/// A world of two hosts, one connection to the first.
struct Bench {
    simulation::SimulatedClock clock;
    simulation::World world{{.hosts = 2, .vms = 40}, &clock};
    SimulatedConnector connector{&world, &clock};
    HostId id = world.hosts().front();
    std::unique_ptr<Hypervisor> host;

    Bench() { host = *wait(connector.open(Endpoint{.uri = world.host(id).uri})); }

    template <class T>
    Result<T> wait(Task<T> task)
    {
        return tests::waitFor(clock, std::move(task));
    }

    [[nodiscard]] VmId vmIn(PowerState state) const
    {
        const auto vms = world.vms(id);
        const auto found =
            std::ranges::find_if(vms, [=](const auto &vm) { return vm.state == state && !vm.isTemplate; });
        return found == vms.end() ? VmId() : found->id;
    }
};

} // namespace

class SimulatedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherSchemeIsNoUri();
    void aHostOfAnotherWorldIsNotReached();
    void powerTakesBetweenAFifthAndAWholeSecond();
    void aFaultDecidesBeforeTheCallDoesAnything();
    void aFaultMayHitOneVmOnly();
    void aHungCallEndsAtItsCallersDeadline();
    void aCutConnectionSaysSoAndFailsUntilOpenedAgain();
    void aMoveIsGoneHereAndSeenThere();
    void aVmRunsOnWhileItMoves();
    void severalChangesAtOnceAreAllHeard();
    void screensAreRefusedWithAReason();
};

void SimulatedTest::anotherSchemeIsNoUri()
{
    Bench bench;
    for (const auto &uri : {u"qemu:///system"_s, u"simulated:///"_s, QString()}) {
        const auto opened = bench.wait(bench.connector.open(Endpoint{.uri = uri}));
        QVERIFY(opened.error().is(hypervisor::errors::UriInvalid));
    }
}

void SimulatedTest::aHostOfAnotherWorldIsNotReached()
{
    Bench bench;
    const auto opened = bench.wait(bench.connector.open(Endpoint{.uri = u"simulated:///nowhere"_s}));
    QVERIFY(opened.error().is(hypervisor::errors::ConnectionFailed));
}

void SimulatedTest::powerTakesBetweenAFifthAndAWholeSecond()
{
    Bench bench;
    const Monotonic start = bench.clock.monotonic();
    QVERIFY(bench.wait(bench.host->powerOff(bench.vmIn(PowerState::Running))));
    const Duration taken = bench.clock.monotonic() - start;
    QVERIFY(taken >= 200ms && taken <= 1000ms);
}

void SimulatedTest::aFaultDecidesBeforeTheCallDoesAnything()
{
    Bench bench;
    const VmId vm = bench.vmIn(PowerState::Running);
    bench.connector.setFaults([](HostId, const char *verb, VmId) -> SimulatedFault {
        return qstrcmp(verb, "pause") == 0 ? SimulatedFault(Error(core::errors::Denied)) : SimulatedFault();
    });
    QVERIFY(bench.wait(bench.host->pause(vm)).error().is(core::errors::Denied));
    QCOMPARE(bench.wait(bench.host->vm(vm))->state, PowerState::Running);
    bench.connector.setFaults({});
    QVERIFY(bench.wait(bench.host->pause(vm)));
}

void SimulatedTest::aFaultMayHitOneVmOnly()
{
    Bench bench;
    const VmId cursed = bench.vmIn(PowerState::Running);
    bench.connector.setFaults([cursed](HostId, const char *, VmId vm) -> SimulatedFault {
        return vm == cursed ? SimulatedFault(Error(core::errors::Busy)) : SimulatedFault();
    });
    QVERIFY(bench.wait(bench.host->powerOff(cursed)).error().is(core::errors::Busy));
    QVERIFY(bench.wait(bench.host->powerOn(bench.vmIn(PowerState::Off))));
}

void SimulatedTest::aHungCallEndsAtItsCallersDeadline()
{
    Bench bench;
    bench.connector.setFaults([](HostId, const char *, VmId) -> SimulatedFault { return Hang(); });
    const Monotonic start = bench.clock.monotonic();
    QVERIFY(bench.wait(bench.host->ping()).error().is(core::errors::Timeout));
    QCOMPARE(bench.clock.monotonic() - start, Duration(1min));
}

void SimulatedTest::aCutConnectionSaysSoAndFailsUntilOpenedAgain()
{
    Bench bench;
    std::vector<HostEvent> events;
    bench.host->listen([&events](const HostEvent &event) { events.push_back(event); });
    bench.connector.cut(bench.id, Error(core::errors::Unreachable));
    QVERIFY(events.empty());
    bench.clock.advance(0ms);
    QCOMPARE(events.size(), size_t(1));
    QVERIFY(std::holds_alternative<ConnectionLost>(events.front()));
    QVERIFY(bench.wait(bench.host->vms()).error().is(core::errors::Unreachable));
    bench.host = *bench.wait(bench.connector.open(Endpoint{.uri = bench.world.host(bench.id).uri}));
    QVERIFY(bench.wait(bench.host->vms()));
}

void SimulatedTest::aMoveIsGoneHereAndSeenThere()
{
    Bench bench;
    const HostId otherId = bench.world.hosts().back();
    const auto other = *bench.wait(bench.connector.open(Endpoint{.uri = bench.world.host(otherId).uri}));
    std::vector<VmId> gone;
    std::vector<VmId> seen;
    bench.host->listen([&](const HostEvent &event) {
        if (const auto *left = std::get_if<VmGone>(&event))
            gone.push_back(left->vm);
    });
    other->listen([&](const HostEvent &event) {
        if (const auto *came = std::get_if<VmChanged>(&event))
            seen.push_back(came->vm);
    });
    std::vector<VmId> moved;
    for (const model::Vm &vm : bench.world.vms(bench.id)) {
        if (bench.world.move(vm.id, otherId))
            moved.push_back(vm.id);
    }
    QVERIFY(!moved.empty());
    bench.clock.advance(0ms);
    QVERIFY(gone == moved);
    QVERIFY(seen == moved);
}

void SimulatedTest::aVmRunsOnWhileItMoves()
{
    Bench bench;
    const VmId vm = bench.vmIn(PowerState::Running);
    const auto uptimeOn = [&](HostId host) {
        const auto sample = bench.world.sample(host);
        const auto found = std::ranges::find(sample.vms, vm, &model::VmSample::vm);
        return found == sample.vms.end() ? std::nullopt : found->uptime;
    };
    const auto before = uptimeOn(bench.id);
    QVERIFY(before);
    QVERIFY(*before <= *bench.world.sample(bench.id).host.uptime);
    const HostId other = bench.world.hosts().back();
    QVERIFY(bench.world.move(vm, other));
    bench.clock.advance(20s);
    QCOMPARE(uptimeOn(other), std::optional(*before + 20s));
}

void SimulatedTest::severalChangesAtOnceAreAllHeard()
{
    Bench bench;
    qsizetype heard = 0;
    bench.host->listen([&heard](const HostEvent &) { ++heard; });
    qsizetype made = 0;
    for (const model::Vm &vm : bench.world.vms(bench.id))
        made += bench.world.setPower(bench.id, vm.id, simulation::PowerAction::Off) ? 1 : 0;
    QVERIFY(made > 5);
    bench.clock.advance(0ms);
    QCOMPARE(heard, made);
}

void SimulatedTest::screensAreRefusedWithAReason()
{
    Bench bench;
    const VmId vm = bench.vmIn(PowerState::Running);
    QVERIFY(bench.wait(bench.host->openScreen(vm)).error().is(hypervisor::errors::NoScreen));
    QVERIFY(!bench.wait(bench.host->vm(vm))->hasScreen);
}

QTEST_GUILESS_MAIN(SimulatedTest)
#include "simulatedtest.moc"
