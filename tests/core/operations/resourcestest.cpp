// SPDX-License-Identifier: GPL-3.0-or-later
// Pools, rules and maintenance as operations ask for them: what is admitted, what is refused, and in which words.
#include "core/operations/cluster/addrule.h"
#include "core/operations/cluster/setdrs.h"
#include "core/operations/host/entermaintenance.h"
#include "core/operations/pool/create.h"
#include "core/operations/pool/set.h"
#include "core/operations/vm/migrate.h"
#include "core/operations/vm/movetopool.h"
#include "core/operations/vm/poweron.h"
#include "core/operations/vm/setresources.h"

#include <QTest>

using namespace core;
using namespace core::operations;
using namespace Qt::StringLiterals;
using model::DrsRuleType;
using model::PowerState;

namespace {

constexpr qint64 GiB = qint64(1) << 30;

/// One cluster with hosts of 4 CPUs of 1 GHz.
struct World {
    model::Inventory inventory;
    model::Datacenter datacenter{.id = DatacenterId::random(), .name = u"Paris"_s};
    model::Cluster cluster{.id = ClusterId::random(), .name = u"Prod"_s, .parent = datacenter.id};
    std::vector<HostId> hosts;

    explicit World(std::vector<qint64> memories)
    {
        inventory.put(datacenter);
        inventory.put(cluster);
        for (const qint64 memory : memories) {
            const model::Host host{.id = HostId::random(),
                                   .name = u"h%1"_s.arg(hosts.size() + 1),
                                   .parent = cluster.id,
                                   .state = model::HostState::Connected,
                                   .logicalCpus = 4,
                                   .cpuMhz = MegaHertz(1'000),
                                   .memory = Bytes(memory)};
            inventory.put(host);
            hosts.push_back(host.id);
        }
    }
    PoolId pool(const QString &name, qint64 reservation, bool expandable, model::ObjectRef parent = {})
    {
        model::Pool made{.id = PoolId::random(),
                         .name = name,
                         .parent = parent.isRoot() ? model::ObjectRef(cluster.id) : parent};
        made.memory.reservation = Bytes(reservation);
        made.memoryExpandable = expandable;
        inventory.put(made);
        return made.id;
    }
    VmId vm(const QString &name, std::optional<PoolId> pool, qint64 reservation,
            PowerState state = PowerState::Running, size_t host = 0)
    {
        model::Vm made{.id = VmId::random(),
                       .name = name,
                       .host = hosts[host],
                       .pool = pool,
                       .state = state,
                       .cpuCount = 1,
                       .memory = Bytes(4 * GiB)};
        if (reservation > 0) {
            made.resources = model::VmResources();
            made.resources->memory.reservation = Bytes(reservation);
        }
        inventory.put(made);
        return made.id;
    }
};

} // namespace

class ResourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 12 GB in pools of 4, 4 and 3 that lend nothing: the sixth machine finds its pool full.
    void aFixedPoolRefusesAStartAndNamesItself()
    {
        World world({12 * GiB});
        const PoolId first = world.pool(u"RP1"_s, 4 * GiB, false);
        world.pool(u"RP2"_s, 4 * GiB, false);
        world.pool(u"RP3"_s, 3 * GiB, false);
        world.vm(u"VM1"_s, first, 2 * GiB);
        world.vm(u"VM2"_s, first, 2 * GiB);
        const VmId sixth = world.vm(u"VM6"_s, first, 2 * GiB, PowerState::Off);
        const auto started = availability(PowerOnVm{sixth}, world.inventory);
        QVERIFY(!started);
        QVERIFY(started.why().is(operations::errors::InsufficientMemory));
        QCOMPARE(started.why().params.value(u"pool"_s), u"RP1"_s);
        QCOMPARE(started.why().params.value(u"missingBytes"_s).toInteger(), 2 * GiB);
    }

    /// 16 GB: the first borrows two, so that the third's third machine finds the cluster has one too little.
    void anExpandablePoolBorrowsUntilTheClusterHasNoMore()
    {
        World world({16 * GiB});
        const PoolId first = world.pool(u"RP1"_s, 4 * GiB, true);
        world.pool(u"RP2"_s, 5 * GiB, false);
        const PoolId third = world.pool(u"RP3"_s, 5 * GiB, true);
        for (int i = 0; i < 2; ++i)
            world.vm(u"a%1"_s.arg(i), first, 2 * GiB);
        const VmId borrower = world.vm(u"b"_s, first, 2 * GiB, PowerState::Off);
        QVERIFY(availability(PowerOnVm{borrower}, world.inventory));
        world.vm(u"a3"_s, first, 2 * GiB);
        for (int i = 0; i < 2; ++i)
            world.vm(u"c%1"_s.arg(i), third, 2 * GiB);
        const VmId last = world.vm(u"d"_s, third, 2 * GiB, PowerState::Off);
        const auto started = availability(PowerOnVm{last}, world.inventory);
        QVERIFY(!started);
        QCOMPARE(started.why().params.value(u"pool"_s), u"Prod"_s);
        QCOMPARE(started.why().params.value(u"missingBytes"_s).toInteger(), GiB);
    }

    void whatIsPromisedBeyondALostHostAdmitsNothing()
    {
        World world({8 * GiB, 8 * GiB});
        world.pool(u"RP1"_s, 12 * GiB, false);
        model::Host lost = *world.inventory.find(world.hosts[1]);
        lost.state = model::HostState::NotResponding;
        world.inventory.put(lost);
        const VmId vm = world.vm(u"VM"_s, std::nullopt, 0, PowerState::Off);
        QVERIFY(!availability(PowerOnVm{vm}, world.inventory));
    }

    void aPoolIsOnlyMadeOfWhatIsThere()
    {
        World world({8 * GiB});
        CreatePool wish{.parent = world.cluster.id, .name = u"RP"_s};
        wish.memoryReservation = Bytes(8 * GiB);
        QVERIFY(availability(wish, world.inventory));
        wish.memoryReservation = Bytes(9 * GiB);
        QVERIFY(availability(wish, world.inventory).why().is(operations::errors::InsufficientMemory));
        wish.memoryReservation = Bytes(4 * GiB);
        wish.memoryLimit = Bytes(2 * GiB);
        QVERIFY(availability(wish, world.inventory).why().is(operations::errors::ReservationOverLimit));
        wish.memoryLimit = Bytes(-1);
        QVERIFY(availability(wish, world.inventory));
        wish.cpuShares = u"many"_s;
        QVERIFY(availability(wish, world.inventory).why().is(core::errors::InvalidArgument));
        const CreatePool onMember{.parent = world.hosts[0], .name = u"RP"_s};
        QVERIFY(availability(onMember, world.inventory).why().is(operations::errors::WrongPlace));
    }

    void aPoolThatAlreadyReservesOnlyNeedsTheDifference()
    {
        World world({8 * GiB});
        const PoolId pool = world.pool(u"RP"_s, 6 * GiB, false);
        SetPool wish{.pool = pool};
        wish.memoryReservation = Bytes(8 * GiB);
        QVERIFY(availability(wish, world.inventory));
        wish.memoryReservation = Bytes(9 * GiB);
        QCOMPARE(availability(wish, world.inventory).why().params.value(u"missingBytes"_s).toInteger(), GiB);
    }

    void aVmCannotReserveMoreThanItHas()
    {
        World world({8 * GiB});
        const VmId vm = world.vm(u"VM"_s, std::nullopt, GiB);
        SetResourcesOfVm wish{.vm = vm};
        wish.memoryReservation = Bytes(5 * GiB);
        QVERIFY(availability(wish, world.inventory).why().is(operations::errors::ReservationOverMemory));
        wish.memoryReservation = Bytes(4 * GiB);
        wish.memoryShares = u"high"_s;
        QVERIFY(availability(wish, world.inventory));
        const auto made = changed(model::VmResources(), wish);
        QVERIFY(made);
        QCOMPARE(vmShares(made->memory, Bytes(4 * GiB)), qint64(20) * 4'096);
    }

    void aVmStaysInThePoolsOfItsCluster()
    {
        World world({8 * GiB});
        const VmId vm = world.vm(u"VM"_s, std::nullopt, 0);
        QVERIFY(availability(MoveVmToPool{.vm = vm, .pool = world.pool(u"RP"_s, 0, true)}, world.inventory));
        model::Cluster other{.id = ClusterId::random(), .name = u"Other"_s, .parent = world.datacenter.id};
        world.inventory.put(other);
        const PoolId far = world.pool(u"Far"_s, 0, true, other.id);
        QVERIFY(availability(MoveVmToPool{.vm = vm, .pool = far}, world.inventory)
                    .why()
                    .is(operations::errors::OtherCluster));
    }

    void aRuleThatContradictsAnOlderOneIsWarnedOf()
    {
        World world({8 * GiB, 8 * GiB});
        const VmId a = world.vm(u"a"_s, std::nullopt, 0);
        const VmId b = world.vm(u"b"_s, std::nullopt, 0, PowerState::Off);
        model::Cluster cluster = world.cluster;
        cluster.drsRules = {{.name = u"pair"_s, .type = DrsRuleType::KeepTogether, .vms = {a, b}}};
        world.inventory.put(cluster);
        AddRule wish{
            .cluster = cluster.id, .name = u"apart"_s, .type = DrsRuleType::KeepApart, .vms = {a, b}};
        const auto may = availability(wish, world.inventory);
        QVERIFY(may); // it is kept, switched off
        QCOMPARE(may.findings().size(), 1U);
        QCOMPARE(may.findings().front().problem.params.value(u"other"_s), u"pair"_s);
        wish = {.cluster = cluster.id,
                .name = u"there"_s,
                .type = DrsRuleType::MustRunOn,
                .vms = {a},
                .hosts = {world.hosts[1]}};
        QVERIFY(availability(wish, world.inventory).findings().empty());
        wish.vms.clear();
        QVERIFY(availability(wish, world.inventory).why().is(operations::errors::RuleWithoutVms));
    }

    void aHostInMaintenanceGetsNoVm()
    {
        World world({8 * GiB, 8 * GiB});
        const VmId vm = world.vm(u"a"_s, std::nullopt, 0);
        const MigrateVm wish{.vm = vm, .host = world.hosts[1]};
        QVERIFY(availability(wish, world.inventory));
        model::Host entering = *world.inventory.find(world.hosts[1]);
        entering.maintenance = model::Maintenance::Entering;
        world.inventory.put(entering);
        QVERIFY(availability(wish, world.inventory).why().is(operations::errors::HostInMaintenance));
        QVERIFY(!availability(EnterMaintenance{.host = world.hosts[1]}, world.inventory));
        const VmId off = world.vm(u"b"_s, std::nullopt, 0, PowerState::Off, 1);
        QVERIFY(!availability(PowerOnVm{off}, world.inventory)); // nobody would choose another host
        model::Cluster cluster = world.cluster;
        cluster.drsEnabled = true;
        world.inventory.put(cluster);
        QVERIFY(availability(PowerOnVm{off}, world.inventory));
    }

    void theThresholdHasFiveSteps()
    {
        World world({8 * GiB});
        SetDrsOfCluster wish{.cluster = world.cluster.id};
        wish.threshold = 5;
        QVERIFY(availability(wish, world.inventory));
        wish.threshold = 6;
        QVERIFY(!availability(wish, world.inventory));
    }
};

QTEST_GUILESS_MAIN(ResourcesTest)
#include "resourcestest.moc"
