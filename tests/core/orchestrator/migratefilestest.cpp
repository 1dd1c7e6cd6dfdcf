// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations that move a VM's files, between simulated hosts and datastores in virtual time: off and running, cancelled,
// failing, outliving the core.
#include "core/hypervisor/errors.h"
#include "core/orchestrator/errors.h"
#include "tests/core/orchestrator/corebench.h"

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::PowerState;
using model::TaskState;
using tests::Bench;

namespace {

/// A VM, and a datastore that it is not on.
struct Journey : Bench {
    VmId vm;
    DatastoreId target;
    model::Vm before;

    /// In `state`; false when the world has none such. `elsewhere`: a datastore of another host, where it goes along.
    bool choose(PowerState state, bool elsewhere = false)
    {
        for (const auto &each : now().all<model::Vm>()) {
            if (each->state != state || each->isTemplate)
                continue;
            for (const auto &datastore : now().all<model::Datastore>()) {
                destination.reset();
                if (elsewhere)
                    destination = each->host == host ? other : host;
                vm = each->id;
                target = datastore->id;
                before = *each;
                const auto *operation = operations::findOperation(u"vm.migrate"_s);
                if (datastore->id != each->disks.front().datastore && operation->availability(wish(), now()))
                    return true;
            }
        }
        return false;
    }
    [[nodiscard]] QJsonObject wish() const
    {
        QJsonObject wish{{u"vm"_s, vm.toString()}, {u"datastore"_s, target.toString()}};
        if (destination)
            wish.insert(u"host"_s, destination->toString());
        return wish;
    }
    Result<model::Task> migrate() { return ask(u"vm.migrate"_s, wish()); }
    [[nodiscard]] const model::Task &task(const Result<model::Task> &asked) const
    {
        return *core->tasks().find(asked->id);
    }
    /// Until it has ended.
    const model::Task &finish(const Result<model::Task> &asked)
    {
        for (int i = 0; i < 1200 && !isFinished(task(asked).state); ++i)
            clock.advance(1s);
        return task(asked);
    }
    [[nodiscard]] model::VmDisk disk() const { return now().find(vm)->disks.front(); }
    [[nodiscard]] HostId place() const { return destination.value_or(before.host); }
    /// What lies at the root of the target datastore.
    QStringList namesOnTarget()
    {
        auto opened =
            tests::waitFor(clock, connector.open(core::hypervisor::Endpoint{.uri = uriOf(place())}));
        QStringList names;
        const auto listed = tests::waitFor(clock, (*opened)->files().list(now().find(target)->path));
        for (const auto &file : *listed)
            names += file.name;
        names.sort();
        return names;
    }

private:
    std::optional<HostId> destination;
};

QString why(const model::Task &task)
{
    return task.error ? task.error->code + u' ' + task.error->detail : QString();
}

QStringList stepsOf(const model::Task &task)
{
    QStringList steps;
    for (const model::TaskStep &step : task.steps)
        steps += step.code + u' ' + QString::fromLatin1(wireName(step.state));
    return steps;
}

} // namespace

class MigrateFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVmThatIsOffChangesItsDatastore()
    {
        Journey bench;
        QVERIFY(bench.choose(PowerState::Off));
        const auto asked = bench.migrate();
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().code));
        const model::Task &task = bench.finish(asked);
        QVERIFY2(task.state == TaskState::Succeeded, qPrintable(why(task)));
        QCOMPARE(bench.disk().datastore, bench.target);
        QCOMPARE(bench.now().find(bench.vm)->host, bench.before.host);
        QCOMPARE(stepsOf(task),
                 (QStringList{u"migration.host-validated done"_s, u"migration.files-copied done"_s,
                              u"migration.registered done"_s, u"migration.files-deleted done"_s}));
        QVERIFY(task.migration && task.migration->diskTotal && task.migration->diskTotal->count() > 0);
        QCOMPARE(task.migration->diskCopied, task.migration->diskTotal);
    }

    void hostAndDatastoreChangeTogether_data()
    {
        QTest::addColumn<bool>("running");
        QTest::newRow("off") << false;
        QTest::newRow("running") << true;
    }
    void hostAndDatastoreChangeTogether()
    {
        QFETCH(const bool, running);
        Journey bench;
        QVERIFY(bench.choose(running ? PowerState::Running : PowerState::Off, true));
        const model::Task &task = bench.finish(bench.migrate());
        QVERIFY2(task.state == TaskState::Succeeded, qPrintable(why(task)));
        QCOMPARE(bench.disk().datastore, bench.target);
        QCOMPARE(bench.now().find(bench.vm)->host, bench.place());
        QCOMPARE(bench.now().find(bench.vm)->state, bench.before.state);
        QVERIFY(task.steps.back().state == model::StepState::Done);
    }

    void aVmThatRunsChangesItsDatastoreAndGoesOn()
    {
        Journey bench;
        QVERIFY(bench.choose(PowerState::Running));
        const auto asked = bench.migrate();
        double progress = 0;
        for (int i = 0; i < 2000 && !isFinished(bench.task(asked).state); ++i) {
            bench.clock.advance(200ms);
            QVERIFY(bench.task(asked).progressRatio.value_or(0) >= progress);
            progress = bench.task(asked).progressRatio.value_or(0);
            QCOMPARE(bench.now().find(bench.vm)->state, PowerState::Running);
        }
        const model::Task &task = bench.task(asked);
        QVERIFY2(task.state == TaskState::Succeeded, qPrintable(why(task)));
        QCOMPARE(bench.disk().datastore, bench.target);
        QCOMPARE(stepsOf(task),
                 (QStringList{u"migration.datastore-validated done"_s, u"migration.disks-mirrored done"_s,
                              u"migration.disks-switched done"_s, u"migration.files-deleted done"_s}));
    }

    void aCancelledOneLeavesNothing_data()
    {
        QTest::addColumn<bool>("running");
        QTest::addColumn<bool>("elsewhere");
        QTest::newRow("off") << false << false;
        QTest::newRow("off, to another host") << false << true;
        QTest::newRow("running") << true << false;
        QTest::newRow("running, to another host") << true << true;
    }
    void aCancelledOneLeavesNothing()
    {
        QFETCH(const bool, running);
        QFETCH(const bool, elsewhere);
        Journey bench;
        QVERIFY(bench.choose(running ? PowerState::Running : PowerState::Off, elsewhere));
        bench.connector.setDirtyRate(bench.vm, Bytes(qint64(64) << 30));
        const QStringList names = bench.namesOnTarget();
        const auto asked = bench.migrate();
        for (int i = 0; i < 100 && !bench.task(asked).cancellable; ++i)
            bench.clock.advance(50ms);
        bench.clock.advance(300ms);
        QVERIFY(bench.core->tasks().cancel(asked->id));
        const model::Task &task = bench.finish(asked);
        QVERIFY2(task.state == TaskState::Cancelled, qPrintable(why(task)));
        QCOMPARE(bench.disk(), bench.before.disks.front());
        QCOMPARE(bench.now().find(bench.vm)->host, bench.before.host);
        QCOMPARE(bench.now().find(bench.vm)->state, bench.before.state);
        QCOMPARE(bench.namesOnTarget(), names);
    }

    void aFullDatastoreLeavesTheVmWhereItIs()
    {
        Journey bench;
        QVERIFY(bench.choose(PowerState::Off));
        const QStringList names = bench.namesOnTarget();
        bench.connector.setFaults([](HostId, const char *verb, VmId) -> hypervisor::SimulatedFault {
            const bool isCopy = qstrcmp(verb, "copy") == 0 || qstrcmp(verb, "clone") == 0;
            if (isCopy)
                return Error(core::hypervisor::errors::NoSpace);
            return {};
        });
        const model::Task &task = bench.finish(bench.migrate());
        QVERIFY2(task.error && task.error->is(orchestrator::errors::NoRoom), qPrintable(why(task)));
        QCOMPARE(task.error->params.value(u"datastore"_s).toString(), bench.now().find(bench.target)->name);
        QCOMPARE(bench.disk(), bench.before.disks.front());
        QCOMPARE(bench.namesOnTarget(), names);
    }

    void aKilledCoreFinishesWhatItBegan_data()
    {
        QTest::addColumn<bool>("running");
        QTest::addColumn<bool>("elsewhere");
        QTest::addColumn<int>("afterMs");
        for (const int after : {300, 1500, 5000, 20'000}) {
            for (const bool elsewhere : {false, true}) {
                for (const bool running : {false, true})
                    QTest::addRow("%d ms, %s, %s", after, running ? "running" : "off",
                                  elsewhere ? "to another host" : "here")
                        << running << elsewhere << after;
            }
        }
    }
    void aKilledCoreFinishesWhatItBegan()
    {
        QFETCH(const bool, running);
        QFETCH(const bool, elsewhere);
        QFETCH(const int, afterMs);
        Journey bench;
        QVERIFY(bench.choose(running ? PowerState::Running : PowerState::Off, elsewhere));
        const auto asked = bench.migrate();
        bench.clock.advance(Duration(afterMs));
        if (isFinished(bench.task(asked).state))
            return;
        bench.core.reset();
        bench.clock.advance(1s);
        bench.begin();
        const model::Task &task = bench.finish(asked);
        const bool moved = task.state == TaskState::Succeeded;
        QCOMPARE(bench.disk().datastore, moved ? bench.target : bench.before.disks.front().datastore);
        QCOMPARE(bench.now().find(bench.vm)->host, moved ? bench.place() : bench.before.host);
        QCOMPARE(bench.now().find(bench.vm)->state, bench.before.state);
        QVERIFY2(moved || task.error->is(operations::errors::Interrupted)
                     || task.error->is(orchestrator::errors::MigrationFailed),
                 qPrintable(why(task)));
    }

    void whatAnotherVmUsesDoesNotMove()
    {
        Journey bench;
        QVERIFY(bench.choose(PowerState::Off));
        model::Vm sharer = *bench.now().find(bench.vm);
        sharer.id = VmId::random();
        sharer.name = u"sharer"_s;
        bench.core->inventory().apply({sharer.id, model::Object(std::make_shared<const model::Vm>(sharer))});
        const model::Task &task = bench.finish(bench.migrate());
        QVERIFY2(task.error && task.error->is(orchestrator::errors::DiskUsedByOther), qPrintable(why(task)));
        QCOMPARE(task.error->params.value(u"other"_s).toString(), u"sharer"_s);
    }

    void aDiskMayBeNamedByItsTarget()
    {
        Journey bench;
        QVERIFY(bench.choose(PowerState::Off));
        QJsonObject wish{{u"vm"_s, bench.vm.toString()}};
        wish.insert(u"disks"_s, QJsonArray{u"vda="_s + bench.now().find(bench.target)->name});
        const model::Task &task = bench.finish(bench.ask(u"vm.migrate"_s, wish));
        QVERIFY2(task.state == TaskState::Succeeded, qPrintable(why(task)));
        QCOMPARE(bench.disk().datastore, bench.target);
        wish.insert(u"disks"_s, QJsonArray{u"vda"_s});
        QVERIFY(bench.ask(u"vm.migrate"_s, wish).error().is(core::errors::InvalidArgument));
        wish.insert(u"disks"_s, QJsonArray{u"vdz="_s + bench.target.toString()});
        QVERIFY(!bench.ask(u"vm.migrate"_s, wish));
    }
};

QTEST_GUILESS_MAIN(MigrateFilesTest)
#include "migratefilestest.moc"
