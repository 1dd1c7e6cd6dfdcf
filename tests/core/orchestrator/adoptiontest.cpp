// SPDX-License-Identifier: GPL-3.0-or-later
// How what a host tells is joined with what only the core knows.
#include "core/orchestrator/adoption.h"

#include <QTest>

using namespace core;
using namespace core::orchestrator;
using namespace Qt::StringLiterals;
using model::HostState;
using model::PowerState;

namespace {

/// Two connected hosts; a VM that runs on the left one.
struct World {
    model::Inventory inventory;
    HostId left = addHost(HostState::Connected);
    HostId right = addHost(HostState::Connected);
    model::Vm vm{.id = VmId::random(), .name = u"web"_s, .host = left, .state = PowerState::Running};

    World() { inventory.put(vm); }

    HostId addHost(HostState state)
    {
        const model::Host host{.id = HostId::random(), .name = u"host"_s, .state = state};
        inventory.put(host);
        return host.id;
    }
    void apply(const std::vector<model::Change> &changes)
    {
        for (const model::Change &change : changes)
            inventory.apply(change);
    }
};

} // namespace

class AdoptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondHostThatListsARunningVmDoesNotOwnIt()
    {
        const World world;
        QVERIFY(owns(world.left, world.vm, world.inventory));
        QVERIFY(!owns(world.right, world.vm, world.inventory));
    }

    void aVmBelongsToWhereItRunsOnceItIsGoneOrOffElsewhere()
    {
        World world;
        const model::Vm told = world.vm;
        world.vm.state = PowerState::Off;
        world.inventory.put(world.vm);
        QVERIFY(owns(world.right, told, world.inventory));
        world.vm.state = PowerState::Running;
        world.vm.stale = true;
        world.inventory.put(world.vm);
        QVERIFY(owns(world.right, told, world.inventory));
        QVERIFY(!owns(
            world.right,
            [&] { // defined there, but not running
                model::Vm off = told;
                off.state = PowerState::Off;
                return off;
            }(),
            world.inventory));
    }

    void aKnownVmKeepsItsFolderAndMark()
    {
        World world;
        world.vm.folder = FolderId::random();
        world.vm.isTemplate = true;
        world.inventory.put(world.vm);
        const model::Vm told{.id = world.vm.id, .name = u"web"_s};
        const model::Vm kept =
            placed(told, neighbourhoodOf(world.left, world.inventory), world.inventory, {});
        QCOMPARE(kept.folder, world.vm.folder);
        QVERIFY(kept.isTemplate);
        QCOMPARE(kept.host, world.left);
    }

    void aVmThatLeftTheInventoryReturnsToItsHome()
    {
        const World world;
        const model::Vm told{.id = VmId::random(), .name = u"db"_s};
        const HomeFolder home{.folder = FolderId::random(), .pool = PoolId::random(), .isTemplate = true};
        const model::Vm back = placed(told, neighbourhoodOf(world.left, world.inventory), world.inventory,
                                      HomeFolders{{told.id, home}});
        QCOMPARE(back.folder, home.folder);
        QCOMPARE(back.pool, home.pool);
        QVERIFY(back.isTemplate);
    }

    void aDiskIsOnTheDatastoreWithTheLongestPath()
    {
        World world;
        const model::Datastore outer{.id = DatastoreId::random(), .path = u"/srv"_s, .hosts = {world.left}};
        const model::Datastore inner{
            .id = DatastoreId::random(), .path = u"/srv/fast"_s, .hosts = {world.left}};
        const model::Datastore elsewhere{
            .id = DatastoreId::random(), .path = u"/srv/fast/web"_s, .hosts = {world.right}};
        world.inventory.put(outer);
        world.inventory.put(inner);
        world.inventory.put(elsewhere);
        model::Vm vm = world.vm;
        vm.disks = {{.target = u"vda"_s, .source = u"/srv/fast/web/disk.qcow2"_s},
                    {.target = u"vdb"_s, .source = u"/srvother/disk.raw"_s}};
        QVERIFY(lacksLinks(vm));
        const model::Vm found = linked(vm, neighbourhoodOf(world.left, world.inventory));
        QCOMPARE(found.disks.at(0).datastore, inner.id);
        QVERIFY(found.disks.at(1).datastore.isNull());
    }

    void aDatastoreThatTwoHostsSeeIsOneAndGoesWithTheLast()
    {
        World world;
        const model::Datastore told{.id = DatastoreId::random(), .name = u"nfs"_s, .path = u"/nfs"_s};
        world.apply(datastoreChanges(world.left, {told}, world.inventory));
        world.apply(datastoreChanges(world.right, {told}, world.inventory));
        QCOMPARE(world.inventory.all<model::Datastore>().size(), 1);
        QVERIFY(world.inventory.find(told.id)->shared());
        world.apply(datastoreChanges(world.left, {}, world.inventory));
        QCOMPARE(world.inventory.find(told.id)->hosts, std::vector<HostId>{world.right});
        world.apply(datastoreChanges(world.right, {}, world.inventory));
        QVERIFY(world.inventory.all<model::Datastore>().isEmpty());
    }

    void theSamePathOnTwoHostsIsTwoDatastores()
    {
        World world;
        const model::Datastore told{.name = u"local"_s, .path = u"/local"_s}; // carries no id of its own
        world.apply(datastoreChanges(world.left, {told}, world.inventory));
        world.apply(datastoreChanges(world.right, {told}, world.inventory));
        QCOMPARE(world.inventory.all<model::Datastore>().size(), 2);
    }

    void networksOfOneNameAreOneInADatacenterOnly()
    {
        World world;
        const model::Network told{.name = u"default"_s};
        world.apply(networkChanges(world.left, {told}, world.inventory));
        world.apply(networkChanges(world.right, {told}, world.inventory));
        QCOMPARE(world.inventory.all<model::Network>().size(), 2); // hosts without a datacenter
    }
};

QTEST_GUILESS_MAIN(AdoptionTest)
#include "adoptiontest.moc"
