// SPDX-License-Identifier: GPL-3.0-or-later
// What a watch makes of hosts that answer late, in part, wrongly, or as somebody else.
#include "core/hypervisor/errors.h"
#include "core/operations/errors.h"
#include "tests/core/orchestrator/corebench.h"

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::HostState;
using model::PowerState;
using model::TaskState;
using tests::Bench;

namespace {

/// A VM of the bench's host whose disks both hosts can open.
VmId movable(Bench &bench)
{
    for (const auto &vm : bench.world.vms(bench.host)) {
        if (bench.world.move(vm.id, bench.other) && bench.world.move(vm.id, bench.host))
            return vm.id;
    }
    return {};
}

VmId moveIntoAFolder(Bench &bench, VmId vm, FolderId folder)
{
    const auto datacenter = (*bench.now().all<model::Datacenter>().cbegin())->id;
    bench.core->inventory().put(model::Folder{.id = folder, .name = u"Web"_s, .parent = datacenter});
    model::Vm placed = *bench.now().find(vm);
    placed.folder = folder;
    bench.core->inventory().put(placed);
    bench.clock.advance(1s);
    return vm;
}

} // namespace

class HostWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVmThatMovedWhileTheCoreWasAwayKeepsItsFolderHoweverLateItsNewHostIs()
    {
        Bench bench;
        const VmId vm = movable(bench);
        QVERIFY(!vm.isNull());
        bench.clock.advance(5s);
        const FolderId folder = FolderId::random();
        moveIntoAFolder(bench, vm, folder);
        bench.core.reset();
        QVERIFY(bench.world.move(vm, bench.other));
        bench.detour.delays.insert(bench.uriOf(bench.other), 3s);
        bench.begin();
        bench.clock.advance(10s);
        QCOMPARE(bench.now().find(vm)->host, bench.other);
        QCOMPARE(bench.now().find(vm)->folder, std::optional(folder));
        QVERIFY(!bench.wasTold(u"vm.removed"_s) && !bench.wasTold(u"vm.created"_s));
    }

    void aHostCanBeDisconnectedUnderATaskThatWaitsForItsAnswer()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        bench.spoil(hypervisor::Hang{}, "vm");
        const auto task = bench.ask(u"vm.power-off"_s, vm);
        bench.clock.advance(3s); // it is off, and being read
        QVERIFY(bench.ask(u"host.disconnect"_s, QJsonObject{{u"host"_s, bench.host.toString()}}));
        bench.clock.advance(2min);
        QCOMPARE(bench.state(), HostState::Disconnected);
        QCOMPARE(bench.core->tasks().find(task->id)->state, TaskState::Failed);
        QVERIFY(bench.now().find(vm)->stale);
    }

    void aVmThatCannotBeReadIsStaleAndItsHostIsNot()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        bench.spoil(Error(hypervisor::errors::Refused), "vm");
        QVERIFY(bench.world.setPower(bench.host, vm, simulation::PowerAction::Off));
        bench.clock.advance(20s);
        QCOMPARE(bench.state(), HostState::Connected);
        QVERIFY(bench.now().find(vm)->stale);
        QVERIFY(bench.now().find(vm)->lastSeen);
        bench.connector.setFaults({});
        bench.clock.advance(6s);
        QVERIFY(!bench.now().find(vm)->stale);
        QCOMPARE(bench.now().find(vm)->state, PowerState::Off);
        QVERIFY(!bench.wasTold(u"host.not-responding"_s));
    }

    void oneVmThatHangsDelaysNoOther()
    {
        Bench bench;
        const VmId hung = bench.vmIn(PowerState::Running);
        bench.connector.setFaults([hung](HostId, const char *verb, VmId vm) -> hypervisor::SimulatedFault {
            if (vm == hung && qstrcmp(verb, "vm") == 0)
                return hypervisor::Hang{};
            return {};
        });
        QVERIFY(bench.world.setPower(bench.host, hung, simulation::PowerAction::Off));
        bench.clock.advance(1s);
        const auto all = bench.world.vms(bench.host);
        const auto second = std::ranges::find_if(
            all, [&](const auto &vm) { return vm.state == PowerState::Running && vm.id != hung; });
        QVERIFY(second != all.end());
        QVERIFY(bench.world.setPower(bench.host, second->id, simulation::PowerAction::Off));
        bench.clock.advance(1s);
        QCOMPARE(bench.now().find(second->id)->state, PowerState::Off);
    }

    void storageThatHangsStopsNeitherNewsNorPings()
    {
        Bench bench;
        bench.spoil(hypervisor::Hang{}, "datastores");
        bench.clock.advance(61s); // it is being read
        const VmId vm = bench.vmIn(PowerState::Running);
        QVERIFY(bench.world.setPower(bench.host, vm, simulation::PowerAction::Off));
        bench.clock.advance(1s);
        QCOMPARE(bench.now().find(vm)->state, PowerState::Off);
        bench.hang(); // now nothing answers: that is noticed as fast as ever
        bench.clock.advance(8s);
        QCOMPARE(bench.state(), HostState::NotResponding);
    }

    void vmsAreFoundOnStorageThatAnswersLate()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        const DatastoreId datastore = bench.now().find(vm)->disks.front().datastore;
        QVERIFY(!datastore.isNull());
        bench.core.reset();
        bench.store.kept = {}; // nothing is remembered
        bench.spoil(hypervisor::Hang{}, "datastores");
        bench.begin();
        QCOMPARE(bench.state(), HostState::Connected);
        bench.connector.setFaults({});
        bench.clock.advance(2min);
        QCOMPARE(bench.now().find(vm)->disks.front().datastore, datastore);
    }

    void aReadingThatFailsLosesNoHost_data()
    {
        QTest::addColumn<QByteArray>("verb");
        for (const char *verb : {"host", "vms", "networks", "datastores", "sample"})
            QTest::newRow(verb) << QByteArray(verb);
    }
    void aReadingThatFailsLosesNoHost()
    {
        QFETCH(QByteArray, verb);
        Bench bench;
        bench.spoil(Error(errors::Busy), verb.constData());
        bench.clock.advance(5min);
        QCOMPARE(bench.state(), HostState::Connected);
        QVERIFY(!bench.wasTold(u"host.not-responding"_s));
    }

    void lastSeenIsKnownAfterARestart()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        bench.clock.advance(10min);
        const Instant died = bench.clock.now();
        bench.core.reset(); // kill -9
        bench.hang();
        bench.clock.advance(1h);
        bench.begin();
        bench.clock.advance(1min);
        const auto host = bench.now().find(bench.host)->lastSeen;
        QVERIFY(host && *host <= died && *host >= died - 61s);
        QCOMPARE(bench.now().find(vm)->lastSeen, host);
        QCOMPARE(bench.now().find(vm)->state, PowerState::Running);
    }

    void anotherHostAtTheAddressIsNotTakenForTheKnownOne()
    {
        Bench bench;
        const QString name = bench.now().find(bench.host)->name;
        const VmId vm = bench.vmIn(PowerState::Running);
        bench.detour.redirects.insert(bench.uriOf(bench.host), bench.uriOf(bench.other));
        bench.connector.cut(bench.host, Error(errors::Unreachable));
        bench.clock.advance(10s);
        QCOMPARE(bench.now().all<model::Host>().size(), 2);
        QCOMPARE(bench.state(), HostState::NotResponding);
        QVERIFY(bench.now().find(bench.host)->problem->is(operations::errors::OtherHost));
        QCOMPARE(bench.now().find(bench.host)->name, name);
        QCOMPARE(bench.now().find(vm)->host, bench.host);
        bench.detour.redirects.clear();
        bench.clock.advance(6s);
        QCOMPARE(bench.state(), HostState::Connected);
    }

    void anAnswerGivenDuringAnAttemptServesTheNextOne()
    {
        Bench bench;
        bench.core.reset();
        bench.detour.secrets.clear();
        bench.spoil(Error(hypervisor::errors::CredentialsNeeded), "open");
        bench.detour.delays.insert(bench.uriOf(bench.host), 3s);
        bench.begin(); // the first attempt is under way
        const auto task =
            bench.ask(u"host.reconnect"_s,
                      QJsonObject{{u"host"_s, bench.host.toString()}, {u"secret"_s, u"hunter2"_s}});
        QVERIFY(task);
        bench.clock.advance(4s);
        QCOMPARE(bench.core->tasks().find(task->id)->state,
                 TaskState::Running); // not the first one's failure
        bench.clock.advance(4s);
        QVERIFY(bench.core->tasks().find(task->id)->error->is(hypervisor::errors::CredentialsNeeded));
        const std::vector<std::optional<QString>> expected{std::nullopt, u"hunter2"_s};
        QCOMPARE(bench.detour.secrets.value(bench.uriOf(bench.host)), expected);
    }

    void aHostThatNeedsAnAnswerIsNotAskedAgainUntilThereIsOne()
    {
        Bench bench(false);
        bench.core.reset();
        bench.detour.secrets.clear();
        bench.spoil(Error(hypervisor::errors::CredentialsNeeded), "open");
        bench.begin();
        bench.clock.advance(std::chrono::hours(24 * 40)); // longer than a timer of 32 bits lasts
        QCOMPARE(bench.detour.secrets.value(bench.uriOf(bench.host)).size(), 1U);
    }

    void anAddedHostIsSignedInToOnce()
    {
        Bench bench(false);
        const QString cluster = toString(bench.now().find(bench.host)->parent);
        const QString uri = bench.uriOf(bench.other);
        const auto task =
            bench.ask(u"host.add"_s,
                      QJsonObject{{u"parent"_s, cluster}, {u"uri"_s, uri}, {u"secret"_s, u"used once"_s}});
        bench.clock.advance(5s);
        QCOMPARE(bench.core->tasks().find(task->id)->state, TaskState::Succeeded);
        QCOMPARE(bench.now().find(bench.other)->state, HostState::Connected);
        QCOMPARE(bench.detour.secrets.value(uri).size(), 1U);
    }

    void aHostIsNotAddedToWhatWentAwayMeanwhile()
    {
        Bench bench(false);
        const auto datacenter = (*bench.now().all<model::Datacenter>().cbegin())->id;
        const model::Cluster cluster{.id = ClusterId::random(), .name = u"New"_s, .parent = datacenter};
        bench.core->inventory().put(cluster);
        const QString uri = bench.uriOf(bench.other);
        bench.detour.delays.insert(uri, 5s);
        const auto task =
            bench.ask(u"host.add"_s,
                      QJsonObject{{u"parent"_s, toString(model::ObjectRef(cluster.id))}, {u"uri"_s, uri}});
        bench.clock.advance(1s);
        bench.core->inventory().remove(cluster.id);
        bench.clock.advance(10s);
        QVERIFY(bench.core->tasks().find(task->id)->error->is(operations::errors::WrongPlace));
        QVERIFY(bench.now().find(bench.other) == nullptr);
    }
};

QTEST_GUILESS_MAIN(HostWatchTest)
#include "hostwatchtest.moc"
