// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/world.h"
#include "core/simulation/simulatedclock.h"

#include <QElapsedTimer>
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

model::Vm read(const World &world, VmId vm)
{
    return *world.vm(world.ownerOf(vm), vm);
}

} // namespace

class WorldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specsAreRead_data();
    void specsAreRead();
    void theSameSeedGivesTheSameWorld();
    void anotherSeedGivesOtherIds();
    void itHasTheHostsAndVmsThatWereAskedFor();
    void namesAreUniqueAndSomeCarryAccents();
    void sevenVmsInTenRunAndSomeAreTemplates();
    void largeWorldsHaveSeveralDatacentersAndBoundedClusters();
    void everyParentOfTheTopologyIsKnown();
    void localDatastoresHaveOneHostAndSharedOnesTheirCluster();
    void everyVmIsOnANetworkAndADatastoreOfItsHost();
    void countersRiseAndHostsUseWhatTheirVmsUse();
    void hostsHaveRoomForTheirLoad();
    void theLargestWorldIsWhole();
};

void WorldTest::specsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"100x5000"_s << true;
    QTest::newRow("with seed") << u"3x0@18446744073709551615"_s << true;
    QTest::newRow("no hosts") << u"0x5"_s << false;
    QTest::newRow("words") << u"manyxfew"_s << false;
    QTest::newRow("seed without number") << u"1x1@"_s << false;
    QTest::newRow("seed too large") << u"1x1@99999999999999999999999"_s << false;
    QTest::newRow("too many") << u"1x9999999"_s << false;
}

void WorldTest::specsAreRead()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto spec = worldSpecFromString(text);
    QCOMPARE(spec.has_value(), good);
    if (!good)
        QVERIFY(spec.error().is(core::errors::InvalidArgument));
}

void WorldTest::theSameSeedGivesTheSameWorld()
{
    SimulatedClock clock;
    const World one({.hosts = 20, .vms = 300, .seed = 7}, &clock);
    clock.advance(1h);
    const World other({.hosts = 20, .vms = 300, .seed = 7}, &clock);
    QVERIFY(allVms(one) == allVms(other));
    QVERIFY(one.topology().hosts == other.topology().hosts);
    QVERIFY(one.topology().folders == other.topology().folders);
}

void WorldTest::anotherSeedGivesOtherIds()
{
    SimulatedClock clock;
    const World one({.hosts = 1, .vms = 1, .seed = 1}, &clock);
    const World other({.hosts = 1, .vms = 1, .seed = 2}, &clock);
    QVERIFY(one.hosts() != other.hosts());
    QCOMPARE(one.hosts().front().uuid().version(), QUuid::Sha1);
}

void WorldTest::itHasTheHostsAndVmsThatWereAskedFor()
{
    SimulatedClock clock;
    for (const auto &[hosts, vms] : {std::pair(1, 0), {1, 10}, {16, 100}, {17, 3}, {100, 5000}}) {
        const World world({.hosts = hosts, .vms = vms}, &clock);
        QCOMPARE(world.hosts().size(), static_cast<size_t>(hosts));
        QCOMPARE(world.topology().hosts.size(), static_cast<size_t>(hosts));
        QCOMPARE(allVms(world).size(), static_cast<size_t>(vms));
        QCOMPARE(world.topology().vms.size(), static_cast<size_t>(vms));
    }
}

void WorldTest::namesAreUniqueAndSomeCarryAccents()
{
    SimulatedClock clock;
    const World world({.hosts = 100, .vms = 5000}, &clock);
    QSet<QString> names;
    QSet<VmId> ids;
    QSet<QString> macs;
    int accents = 0;
    for (const model::Vm &vm : allVms(world)) {
        names.insert(vm.name);
        ids.insert(vm.id);
        macs.insert(vm.nics.front().mac);
        accents += vm.name.contains(u'é') ? 1 : 0;
        QVERIFY(vm.name.size() <= 80 && vm.name == vm.name.trimmed());
    }
    QCOMPARE(names.size(), 5000);
    QCOMPARE(ids.size(), 5000);
    QCOMPARE(macs.size(), 5000);
    QVERIFY(accents > 100 && accents < 2000);
}

void WorldTest::sevenVmsInTenRunAndSomeAreTemplates()
{
    SimulatedClock clock;
    const World world({.hosts = 100, .vms = 5000}, &clock);
    QHash<int, int> states;
    int templates = 0;
    for (const model::Vm &vm : allVms(world)) {
        ++states[static_cast<int>(vm.state)];
        templates += vm.isTemplate ? 1 : 0;
        QVERIFY(!vm.isTemplate || vm.state == PowerState::Off);
    }
    const int running = states[static_cast<int>(PowerState::Running)];
    QVERIFY2(running > 3400 && running < 3600, qPrintable(QString::number(running)));
    QVERIFY(states[static_cast<int>(PowerState::Paused)] > 0);
    QVERIFY(states[static_cast<int>(PowerState::Suspended)] > 0);
    QVERIFY(templates > 50 && templates < 150);
}

void WorldTest::largeWorldsHaveSeveralDatacentersAndBoundedClusters()
{
    SimulatedClock clock;
    const auto largest = [](const Topology &topology) {
        QHash<model::ObjectRef, int> sizes;
        for (const model::Host &host : topology.hosts)
            ++sizes[host.parent];
        return std::ranges::max(sizes.values());
    };
    const Topology small = World({.hosts = 3, .vms = 0}, &clock).topology();
    QCOMPARE(small.datacenters.size(), size_t(1));
    QCOMPARE(small.clusters.size(), size_t(1));
    const Topology medium = World({.hosts = 100, .vms = 0}, &clock).topology();
    QCOMPARE(medium.datacenters.size(), size_t(2));
    QVERIFY(largest(medium) <= 16);
    const Topology large = World({.hosts = 2500, .vms = 0}, &clock).topology();
    QCOMPARE(large.datacenters.size(), size_t(3));
    QVERIFY(largest(large) <= 50);
}

void WorldTest::everyParentOfTheTopologyIsKnown()
{
    SimulatedClock clock;
    const Topology topology = World({.hosts = 100, .vms = 500}, &clock).topology();
    QSet<model::ObjectRef> known;
    for (const auto &each : topology.datacenters)
        known.insert(each.id);
    const auto place = [&known](const auto &children) {
        for (const auto &each : children) {
            QVERIFY2(known.contains(each.parent), qPrintable(each.name));
            QVERIFY(!known.contains(each.id));
            known.insert(each.id);
        }
    };
    place(topology.folders);
    place(topology.clusters);
    place(topology.hosts);
    place(topology.pools);
    for (const Topology::Placement &vm : topology.vms) {
        QVERIFY(!vm.folder || known.contains(*vm.folder));
        QVERIFY(!vm.pool || known.contains(*vm.pool));
    }
}

void WorldTest::localDatastoresHaveOneHostAndSharedOnesTheirCluster()
{
    SimulatedClock clock;
    const World world({.hosts = 16, .vms = 200}, &clock);
    QHash<DatastoreId, int> seenBy;
    for (const HostId host : world.hosts()) {
        for (const model::Datastore &datastore : world.datastores(host)) {
            ++seenBy[datastore.id];
            QVERIFY(datastore.free > Bytes() && datastore.free <= datastore.capacity);
        }
    }
    QCOMPARE(seenBy.values().count(1), 16);
    QVERIFY(seenBy.values().count(16) >= 2);
    QCOMPARE(seenBy.values().count(1) + seenBy.values().count(16), seenBy.size());
}

void WorldTest::everyVmIsOnANetworkAndADatastoreOfItsHost()
{
    SimulatedClock clock;
    const World world({.hosts = 100, .vms = 1000}, &clock);
    for (const HostId host : world.hosts()) {
        QSet<QString> networks;
        for (const model::Network &network : world.networks(host))
            networks.insert(network.name);
        const auto datastores = world.datastores(host);
        for (const model::Vm &vm : world.vms(host)) {
            QVERIFY(networks.contains(vm.nics.front().source));
            const QString &file = vm.disks.front().source;
            const auto holds = [&file](const auto &each) { return file.startsWith(each.path + u'/'); };
            QCOMPARE(std::ranges::count_if(datastores, holds), 1);
        }
    }
}

void WorldTest::countersRiseAndHostsUseWhatTheirVmsUse()
{
    SimulatedClock clock;
    const World world({.hosts = 1, .vms = 40}, &clock);
    const HostId host = world.hosts().front();
    const auto total = [](const model::Sample &sample) {
        model::Nanoseconds sum{};
        for (const model::VmSample &vm : sample.vms)
            sum += *vm.cpuTime;
        return sum;
    };
    const auto before = world.sample(host);
    clock.advance(20s);
    const auto after = world.sample(host);
    QCOMPARE(before.vms.size(), after.vms.size());
    for (size_t i = 0; i < before.vms.size(); ++i) {
        const bool running = read(world, before.vms[i].vm).state == PowerState::Running;
        QCOMPARE(*after.vms[i].cpuTime > *before.vms[i].cpuTime, running);
        QVERIFY(*after.vms[i].cpuTime - *before.vms[i].cpuTime <= 20s * after.vms[i].cpus);
        QVERIFY(*after.vms[i].memoryUsable > Bytes());
    }
    const auto own = (*after.host.cpuTotal - *before.host.cpuTotal) / 100;
    const auto vms = total(after) - total(before);
    const auto host20 = *after.host.cpuBusy - *before.host.cpuBusy;
    QVERIFY(std::chrono::abs(host20 - own - vms) < 1us);
    QCOMPARE(*after.host.cpuTotal - *before.host.cpuTotal, 20s * world.host(host).logicalCpus);
}

void WorldTest::hostsHaveRoomForTheirLoad()
{
    SimulatedClock clock;
    const World world({.hosts = 100, .vms = 5000}, &clock);
    std::vector<model::Sample> before;
    for (const HostId host : world.hosts())
        before.push_back(world.sample(host));
    clock.advance(6h); // over the crest of the day
    double sum = 0;
    for (size_t i = 0; i < before.size(); ++i) {
        const auto now = world.sample(world.hosts()[i]);
        const auto busy = static_cast<double>((*now.host.cpuBusy - *before[i].host.cpuBusy).count());
        const double usage =
            busy / static_cast<double>((*now.host.cpuTotal - *before[i].host.cpuTotal).count());
        QVERIFY2(usage > 0.02 && usage < 0.9, qPrintable(QString::number(usage)));
        QVERIFY(*now.host.memoryUsed < *now.host.memoryTotal);
        sum += usage;
    }
    QVERIFY2(sum > 20 && sum < 70, qPrintable(QString::number(sum)));
}

void WorldTest::theLargestWorldIsWhole()
{
    SimulatedClock clock;
    QElapsedTimer timer;
    timer.start();
    const World world({.hosts = 2500, .vms = 40'000}, &clock);
    qInfo("generated in %lld ms", timer.restart());
    QCOMPARE(allVms(world).size(), size_t(40'000));
    qInfo("all VMs described in %lld ms", timer.restart());
    for (const HostId host : world.hosts())
        QCOMPARE(world.sample(host).time, clock.now());
    qInfo("all hosts sampled in %lld ms", timer.elapsed());
}

QTEST_GUILESS_MAIN(WorldTest)
#include "worldtest.moc"
