// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/changes.h"
#include "core/simulation/simulatedclock.h"
#include "core/simulation/world.h"

#include <QTest>

using namespace core;
using namespace core::simulation;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::PowerState;

namespace {

std::vector<model::Vm> allVms(const World &world)
{
    std::vector<model::Vm> vms;
    for (const HostId host : world.hosts()) {
        for (model::Vm &vm : world.vms(host))
            vms.push_back(std::move(vm));
    }
    return vms;
}

std::optional<VmId> firstIn(const World &world, PowerState state)
{
    for (const model::Vm &vm : allVms(world)) {
        if (vm.state == state && !vm.isTemplate)
            return vm.id;
    }
    return std::nullopt;
}

model::Vm read(const World &world, VmId vm)
{
    return *world.vm(world.ownerOf(vm), vm);
}

std::optional<model::VmSample> sampleOf(const World &world, VmId vm)
{
    for (const model::VmSample &each : world.sample(world.ownerOf(vm)).vms) {
        if (each.vm == vm)
            return each;
    }
    return std::nullopt;
}

} // namespace

class WorldChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countersStandStillWhileAVmIsPaused();
    void hostCountersNeverGoBackWhenAVmStops();
    void aMovedVmBeginsItsCountersAgain();
    void aVmOnlyMovesToAHostThatSeesItsDisks();
    void powerFollowsTheStateOfTheVm();
    void anAskedGuestShutsDownSecondsLater();
    void onlyAVmThatIsOffIsRenamedAndNeverToATakenName();
    void observersHearOnlyOfTheirHost();
    void changesComeAtTheRateAndKeepTheProportions();
};

void WorldChangeTest::countersStandStillWhileAVmIsPaused()
{
    SimulatedClock clock;
    World world({.hosts = 1, .vms = 20}, &clock);
    const HostId host = world.hosts().front();
    const VmId vm = *firstIn(world, PowerState::Running);
    QVERIFY(world.setPower(host, vm, PowerAction::Pause));
    const auto paused = sampleOf(world, vm);
    clock.advance(1h);
    QCOMPARE(sampleOf(world, vm)->cpuTime, paused->cpuTime);
    QVERIFY(world.setPower(host, vm, PowerAction::Resume));
    clock.advance(1s);
    const auto gained = *sampleOf(world, vm)->cpuTime - *paused->cpuTime;
    QVERIFY(gained > 0s && gained <= 1s * paused->cpus);
}

void WorldChangeTest::hostCountersNeverGoBackWhenAVmStops()
{
    SimulatedClock clock;
    World world({.hosts = 1, .vms = 20}, &clock);
    const HostId host = world.hosts().front();
    const VmId vm = *firstIn(world, PowerState::Running);
    const auto before = world.sample(host).host;
    QVERIFY(world.setPower(host, vm, PowerAction::Off));
    QVERIFY(!sampleOf(world, vm));
    const auto after = world.sample(host).host;
    QVERIFY(*after.cpuBusy >= *before.cpuBusy);
    QVERIFY(*after.networkSent >= *before.networkSent);
    QVERIFY(*after.memoryUsed < *before.memoryUsed);
}

void WorldChangeTest::aMovedVmBeginsItsCountersAgain()
{
    SimulatedClock clock;
    World world({.hosts = 4, .vms = 100}, &clock);
    int moved = 0;
    for (const model::Vm &vm : allVms(world)) {
        const HostId source = world.ownerOf(vm.id);
        const HostId target = source == world.hosts().front() ? world.hosts().back() : world.hosts().front();
        if (vm.state != PowerState::Running || !world.move(vm.id, target))
            continue;
        ++moved;
        QCOMPARE(world.ownerOf(vm.id), target);
        QVERIFY(!world.vm(source, vm.id));
        QCOMPARE(*sampleOf(world, vm.id)->cpuTime, model::Nanoseconds::zero());
    }
    QVERIFY(moved > 40);
}

void WorldChangeTest::aVmOnlyMovesToAHostThatSeesItsDisks()
{
    SimulatedClock clock;
    World world({.hosts = 100, .vms = 1000}, &clock);
    const Topology topology = world.topology();
    const auto parent = [&](HostId id) {
        return std::ranges::find(topology.hosts, id, &model::Host::id)->parent;
    };
    const VmId vm = *firstIn(world, PowerState::Running);
    const HostId owner = world.ownerOf(vm);
    for (const HostId target : world.hosts()) {
        if (parent(target) != parent(owner))
            QVERIFY(world.move(vm, target).error().is(core::errors::Conflict));
    }
    QCOMPARE(world.ownerOf(vm), owner);
}

void WorldChangeTest::powerFollowsTheStateOfTheVm()
{
    SimulatedClock clock;
    World world({.hosts = 1, .vms = 60}, &clock);
    const HostId host = world.hosts().front();
    const VmId vm = *firstIn(world, PowerState::Off);
    const auto act = [&](PowerAction action) { return world.setPower(host, vm, action); };
    QVERIFY(act(PowerAction::Off).error().is(core::errors::Conflict));
    QVERIFY(act(PowerAction::On));
    QVERIFY(act(PowerAction::On).error().is(core::errors::Conflict));
    QVERIFY(act(PowerAction::Pause));
    QCOMPARE(read(world, vm).state, PowerState::Paused);
    QVERIFY(act(PowerAction::ShutDown).error().is(core::errors::Conflict));
    QVERIFY(act(PowerAction::Resume));
    QVERIFY(act(PowerAction::Suspend));
    QCOMPARE(read(world, vm).state, PowerState::Suspended);
    QVERIFY(act(PowerAction::Resume).error().is(core::errors::Conflict));
    QVERIFY(act(PowerAction::On));
    QVERIFY(act(PowerAction::Reset));
    QCOMPARE(read(world, vm).state, PowerState::Running);
    QVERIFY(world.setPower(host, VmId::random(), PowerAction::On).error().is(core::errors::NotFound));
}

void WorldChangeTest::anAskedGuestShutsDownSecondsLater()
{
    SimulatedClock clock;
    World world({.hosts = 1, .vms = 20}, &clock);
    const HostId host = world.hosts().front();
    const VmId vm = *firstIn(world, PowerState::Running);
    QVERIFY(world.setPower(host, vm, PowerAction::ShutDown));
    QCOMPARE(read(world, vm).state, PowerState::Running);
    clock.advance(4s);
    QCOMPARE(read(world, vm).state, PowerState::Off);

    // Pulled before it obeyed, then started: the old request is forgotten.
    QVERIFY(world.setPower(host, vm, PowerAction::On));
    QVERIFY(world.setPower(host, vm, PowerAction::ShutDown));
    QVERIFY(world.setPower(host, vm, PowerAction::Off));
    QVERIFY(world.setPower(host, vm, PowerAction::On));
    clock.advance(1h);
    QCOMPARE(read(world, vm).state, PowerState::Running);
}

void WorldChangeTest::onlyAVmThatIsOffIsRenamedAndNeverToATakenName()
{
    SimulatedClock clock;
    World world({.hosts = 1, .vms = 60}, &clock);
    const HostId host = world.hosts().front();
    const VmId running = *firstIn(world, PowerState::Running);
    const VmId off = *firstIn(world, PowerState::Off);
    QVERIFY(world.rename(host, running, u"new"_s).error().is(core::errors::Unsupported));
    QVERIFY(world.rename(host, off, read(world, running).name).error().is(core::errors::Conflict));
    QVERIFY(world.rename(host, off, u"a/b"_s).error().is(core::errors::InvalidArgument));
    const QString disk = read(world, off).disks.front().source;
    QVERIFY(world.rename(host, off, u"forêt-été"_s));
    QCOMPARE(read(world, off).name, u"forêt-été"_s);
    QCOMPARE(read(world, off).disks.front().source, disk);
}

void WorldChangeTest::observersHearOnlyOfTheirHost()
{
    SimulatedClock clock;
    World world({.hosts = 2, .vms = 60}, &clock);
    std::vector<VmId> heard;
    auto subscription =
        world.observe(world.hosts().front(), [&](const VmNews &news) { heard.push_back(news.vm); });
    for (const HostId host : world.hosts()) {
        for (const model::Vm &vm : world.vms(host)) {
            if (vm.state == PowerState::Running)
                QVERIFY(world.setPower(host, vm.id, PowerAction::Off));
        }
    }
    QVERIFY(!heard.empty());
    QVERIFY(std::ranges::all_of(heard, [&](VmId vm) { return world.ownerOf(vm) == world.hosts().front(); }));
    const size_t count = heard.size();
    subscription = World::Subscription();
    QVERIFY(world.setPower(world.hosts().front(), heard.front(), PowerAction::On));
    QCOMPARE(heard.size(), count);
}

void WorldChangeTest::changesComeAtTheRateAndKeepTheProportions()
{
    SimulatedClock clock;
    World world({.hosts = 100, .vms = 5000}, &clock);
    {
        const Changes slow(&world, &clock);
        clock.advance(10min);
        QCOMPARE(slow.count(), 50); // 0.1 % of 5,000 VMs a minute
    }
    qint64 heard = 0;
    std::vector<World::Subscription> subscriptions;
    for (const HostId host : world.hosts())
        subscriptions.push_back(world.observe(host, [&](const VmNews &news) { heard += news.gone ? 0 : 1; }));
    const Changes fast(&world, &clock, {.ratioPerMinute = 0, .perSecond = 200});
    clock.advance(60s);
    QCOMPARE(fast.count(), 12'000);
    QCOMPARE(heard, 12'000);
    qint64 running = 0;
    QSet<QString> names;
    for (const model::Vm &vm : allVms(world)) {
        running += vm.state == PowerState::Running ? 1 : 0;
        names.insert(vm.name);
    }
    QVERIFY2(running > 3300 && running < 3900, qPrintable(QString::number(running)));
    QCOMPARE(names.size(), 5000);
}

QTEST_GUILESS_MAIN(WorldChangeTest)
#include "worldchangetest.moc"
