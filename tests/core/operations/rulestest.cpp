// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that operations share: which names are free, what is empty, and what a core for one host refuses.
#include "core/operations/cluster/create.h"
#include "core/operations/datacenter/create.h"
#include "core/operations/host/add.h"
#include "core/operations/host/remove.h"

#include <QTest>

using namespace core;
using namespace core::operations;
using namespace Qt::StringLiterals;
using model::FolderKind;
using model::Kind;

namespace {

struct World {
    model::Inventory inventory;
    model::Datacenter paris{.id = DatacenterId::random(), .name = u"Paris"_s};
    model::Datacenter lyon{.id = DatacenterId::random(), .name = u"Lyon"_s};
    model::Cluster cluster{.id = ClusterId::random(), .name = u"Prod"_s, .parent = paris.id};
    model::Host host{.id = HostId::random(),
                     .name = u"h1"_s,
                     .parent = cluster.id,
                     .state = model::HostState::Disconnected};
    model::Folder folder{
        .id = FolderId::random(), .name = u"Web"_s, .contents = FolderKind::Vm, .parent = paris.id};
    model::Vm vm{.id = VmId::random(), .name = u"web"_s, .host = host.id, .folder = folder.id};

    World()
    {
        inventory.put(paris);
        inventory.put(lyon);
        inventory.put(cluster);
        inventory.put(host);
        inventory.put(folder);
        inventory.put(vm);
    }
    [[nodiscard]] bool isFree(const QString &name, const model::ObjectRef &parent, Kind kind) const
    {
        return bool(nameIsFree(name, parent, kind, std::nullopt, inventory));
    }
};

/// What a core for one host knows: the host, and nothing around it.
model::Inventory oneHost(HostId id)
{
    model::Inventory inventory;
    inventory.put(model::Host{.id = id, .name = u"h1"_s, .state = model::HostState::Disconnected});
    return inventory;
}

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameIsTakenAmongSiblingsOfItsKindOnly()
    {
        const World world;
        QVERIFY(!world.isFree(u"Paris"_s, {}, Kind::Datacenter));
        QVERIFY(world.isFree(u"Prod"_s, {}, Kind::Datacenter));
        QVERIFY(!world.isFree(u"Prod"_s, world.paris.id, Kind::Cluster));
        QVERIFY(world.isFree(u"Prod"_s, world.lyon.id, Kind::Cluster));
        QVERIFY(world.isFree(u"Prod"_s, world.paris.id, Kind::Folder));
        QVERIFY(!world.isFree(u"Web"_s, world.paris.id, Kind::Folder));
    }

    void theNameOfAVmIsTakenInItsWholeDatacenter()
    {
        const World world;
        QVERIFY(!world.isFree(u"web"_s, world.folder.id, Kind::Vm));
        QVERIFY(!world.isFree(u"web"_s, world.host.id, Kind::Vm));
        QVERIFY(world.isFree(u"web"_s, world.lyon.id, Kind::Vm));
    }

    void anObjectMayKeepItsName()
    {
        const World world;
        QVERIFY(nameIsFree(u"Prod"_s, world.paris.id, Kind::Cluster, world.cluster.id, world.inventory));
        QVERIFY(nameIsFree(u"web"_s, world.folder.id, Kind::Vm, world.vm.id, world.inventory));
    }

    void whatHoldsSomethingIsNotEmpty()
    {
        World world;
        QVERIFY(isEmpty(world.lyon.id, world.inventory));
        QVERIFY(!isEmpty(world.paris.id, world.inventory));
        QVERIFY(!isEmpty(world.cluster.id, world.inventory));
        QVERIFY(!isEmpty(world.host.id, world.inventory));
        QVERIFY(!isEmpty(world.folder.id, world.inventory));
        world.inventory.remove(world.vm.id);
        QVERIFY(isEmpty(world.folder.id, world.inventory));
        QVERIFY(isEmpty(world.host.id, world.inventory));
        world.inventory.remove(world.host.id);
        QVERIFY(isEmpty(world.cluster.id, world.inventory));
    }

    void aCoreForOneHostTakesNothingAroundIt()
    {
        const HostId host = HostId::random();
        const model::Inventory inventory = oneHost(host);
        const CreateDatacenter datacenter{.name = u"Paris"_s};
        const CreateCluster cluster{.parent = model::ObjectRef(), .name = u"Prod"_s};
        const AddHost add{.parent = model::ObjectRef(), .uri = u"qemu+ssh://h2/system"_s};
        const RemoveHost remove{.host = host};
        for (const Availability &answer :
             {availability(datacenter, inventory), availability(cluster, inventory),
              availability(add, inventory), availability(remove, inventory)}) {
            QVERIFY(!answer);
            QVERIFY(answer.why().is(operations::errors::SingleHost));
        }
    }

    void aCoreForManyHostsTakesMore()
    {
        const World world;
        QVERIFY(availability(CreateDatacenter{.name = u"Nice"_s}, world.inventory));
        QVERIFY(availability(CreateCluster{.parent = world.paris.id, .name = u"Test"_s}, world.inventory));
        const AddHost add{.parent = world.cluster.id, .uri = u"qemu+ssh://h2/system"_s};
        QVERIFY(availability(add, world.inventory));
        QVERIFY(availability(RemoveHost{.host = world.host.id}, world.inventory));
        QVERIFY(availability(CreateDatacenter{.name = u"Paris"_s}, model::Inventory())); // the first
    }
};

QTEST_GUILESS_MAIN(RulesTest)
#include "rulestest.moc"
