// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations between simulated hosts in virtual time: live and cold, cancelled, failing, outliving the core.
#include "core/migration/errors.h"
#include "core/orchestrator/errors.h"
#include "tests/core/orchestrator/corebench.h"

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::PowerState;
using model::StepState;
using model::TaskState;
using tests::Bench;

namespace {

constexpr qint64 GiB = qint64(1) << 30;

/// Two hosts of one cluster, a VM of the first whose disks both see.
struct Journey : Bench {
    HostId destination;

    /// In `state`; null when the world has none such.
    VmId traveller(PowerState state)
    {
        for (const auto &vm : now().all<model::Vm>()) {
            if (vm->state != state || vm->isTemplate)
                continue;
            for (const auto &target : now().all<model::Host>()) {
                const QJsonObject wish{{u"vm"_s, vm->id.toString()}, {u"host"_s, target->id.toString()}};
                const auto *operation = operations::findOperation(u"vm.migrate");
                if (operation->availability(wish, now())) {
                    m_source = vm->host;
                    destination = target->id;
                    return vm->id;
                }
            }
        }
        return {};
    }
    Result<model::Task> migrate(VmId vm)
    {
        return ask(u"vm.migrate"_s,
                   QJsonObject{{u"vm"_s, vm.toString()}, {u"host"_s, destination.toString()}});
    }
    [[nodiscard]] const model::Task &task(const Result<model::Task> &asked) const
    {
        return *core->tasks().find(asked->id);
    }
    [[nodiscard]] HostId source() const { return m_source; }

private:
    HostId m_source;
};

QStringList stepsOf(const model::Task &task)
{
    QStringList steps;
    for (const model::TaskStep &step : task.steps)
        steps += step.code + u' ' + QString::fromLatin1(wireName(step.state));
    return steps;
}

} // namespace

class MigrateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunningVmMovesAndGoesOn()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Running);
        QVERIFY(!vm.isNull());
        const auto asked = bench.migrate(vm);
        QVERIFY(asked);
        bench.clock.advance(5min);
        const model::Task &task = bench.task(asked);
        QVERIFY2(task.state == TaskState::Succeeded, task.error ? qPrintable(task.error->code) : "");
        QCOMPARE(bench.now().find(vm)->host, bench.destination);
        QCOMPARE(bench.now().find(vm)->state, PowerState::Running);
        QCOMPARE(stepsOf(task),
                 (QStringList{u"migration.host-validated done"_s, u"migration.memory-copied done"_s,
                              u"migration.frozen done"_s, u"migration.resumed done"_s,
                              u"migration.source-cleaned done"_s}));
        QVERIFY(task.steps[3].parameters.value(u"downtimeMs"_s).toInt() > 0);
        QVERIFY(task.migration && task.migration->downtime && task.migration->pass >= 1);
        QVERIFY(bench.wasTold(u"vm.migrated"_s));
        QVERIFY(!bench.wasTold(u"vm.paused"_s)); // frozen for a moment is not paused
        QVERIFY(!bench.wasTold(u"vm.removed"_s));
    }

    void progressNeverGoesBackAndTheVmIsNeverTwice()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Running);
        bench.connector.setDirtyRate(vm, Bytes(GiB * 3 / 4)); // several passes
        const auto asked = bench.migrate(vm);
        const auto machines = bench.now().all<model::Vm>().size();
        double progress = 0;
        for (int i = 0; i < 3000 && !isFinished(bench.task(asked).state); ++i) {
            bench.clock.advance(100ms);
            QVERIFY(bench.task(asked).progressRatio.value_or(0) >= progress);
            progress = bench.task(asked).progressRatio.value_or(0);
            QCOMPARE(bench.now().all<model::Vm>().size(), machines);
        }
        QCOMPARE(bench.task(asked).state, TaskState::Succeeded);
        QVERIFY(bench.task(asked).migration->pass > 1);
    }

    void aVmThatIsOffMovesByItsDefinition()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Off);
        QVERIFY(!vm.isNull());
        const auto asked = bench.migrate(vm);
        QVERIFY(asked);
        bench.clock.advance(1min);
        const model::Task &task = bench.task(asked);
        QVERIFY2(task.state == TaskState::Succeeded, task.error ? qPrintable(task.error->code) : "");
        QCOMPARE(bench.now().find(vm)->host, bench.destination);
        QCOMPARE(stepsOf(task),
                 (QStringList{u"migration.host-validated done"_s, u"migration.files-copied not-requested"_s,
                              u"migration.registered done"_s, u"migration.files-deleted not-requested"_s}));
    }

    void oneThatIsCancelledStaysWhereItWas()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Running);
        bench.connector.setDirtyRate(vm, Bytes(4 * GiB));
        const auto asked = bench.migrate(vm);
        bench.clock.advance(1s);
        QVERIFY(bench.task(asked).cancellable);
        QVERIFY(bench.core->tasks().cancel(asked->id));
        bench.clock.advance(5s);
        QCOMPARE(bench.task(asked).state, TaskState::Cancelled);
        QCOMPARE(bench.now().find(vm)->host, bench.source());
        QCOMPARE(bench.now().find(vm)->state, PowerState::Running);
    }

    void aGuestThatOutrunsTheCopyIsSaidToDoSo()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Running);
        bench.connector.setDirtyRate(vm, Bytes(64 * GiB));
        const auto asked = bench.migrate(vm);
        for (int i = 0; i < 600 && !isFinished(bench.task(asked).state); ++i)
            bench.clock.advance(10s);
        const model::Task &task = bench.task(asked);
        if (task.state == TaskState::Succeeded)
            QSKIP("so small that it fits into the longest interruption");
        QVERIFY(task.error->is(orchestrator::errors::NotConverging));
        QVERIFY(task.error->params.value(u"dirtiedBytes"_s).toInteger() > 0);
        QCOMPARE(bench.now().find(vm)->host, bench.source());
    }

    void oneThatOutlivesTheCoreIsFollowedToItsEnd()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Running);
        bench.connector.setDirtyRate(vm, Bytes(GiB * 3 / 4));
        const auto asked = bench.migrate(vm);
        bench.clock.advance(700ms);
        QCOMPARE(bench.task(asked).state, TaskState::Running);
        bench.core.reset();
        bench.clock.advance(1s);
        bench.begin();
        bench.clock.advance(5min);
        const model::Task *task = bench.core->tasks().find(asked->id);
        QVERIFY(task != nullptr);
        QVERIFY2(task->state == TaskState::Succeeded, task->error ? qPrintable(task->error->code) : "");
        QCOMPARE(bench.now().find(vm)->host, bench.destination);
    }

    void oneThatEndedWhileTheCoreWasGoneIsFound()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Running);
        const auto asked = bench.migrate(vm);
        bench.clock.advance(100ms);
        bench.core.reset();
        bench.clock.advance(5min);
        bench.begin();
        bench.clock.advance(1min);
        const model::Task *task = bench.core->tasks().find(asked->id);
        QVERIFY2(task->state == TaskState::Succeeded, task->error ? qPrintable(task->error->code) : "");
        QCOMPARE(bench.now().find(vm)->host, bench.destination);
        QVERIFY(task->migration || task->steps[3].parameters.contains(u"downtimeMs"_s));
    }

    void whatItsHostRefusesIsSaidAndNothingMoves()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Running);
        bench.connector.setFaults([](HostId, const char *verb, VmId) -> hypervisor::SimulatedFault {
            if (qstrcmp(verb, "migrate") == 0)
                return Error(errors::Conflict, u"no"_s);
            return {};
        });
        const auto asked = bench.migrate(vm);
        bench.clock.advance(10s);
        QVERIFY(bench.task(asked).error->is(orchestrator::errors::MigrationFailed));
        QCOMPARE(bench.task(asked).error->detail, u"no"_s);
        QCOMPARE(bench.now().find(vm)->host, bench.source());
    }

    void aSourceThatIsLostAndComesBackIsJudgedByWhatItShows()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Running);
        bench.connector.setDirtyRate(vm, Bytes(GiB * 3 / 4));
        const auto asked = bench.migrate(vm);
        bench.clock.advance(500ms);
        bench.connector.cut(bench.source(), Error(errors::Unreachable));
        for (int i = 0; i < 600 && !isFinished(bench.task(asked).state); ++i)
            bench.clock.advance(1s);
        const model::Task &task = bench.task(asked);
        QVERIFY2(task.state == TaskState::Succeeded, task.error ? qPrintable(task.error->code) : "");
        QCOMPARE(bench.now().find(vm)->host, bench.destination);
    }

    void whereItCannotGoIsRefusedBeforeATask()
    {
        Journey bench;
        const VmId vm = bench.traveller(PowerState::Running);
        const HostId wanted = std::exchange(bench.destination, bench.source());
        QVERIFY(bench.migrate(vm).error().is(migration::errors::NothingToDo));
        bench.destination = HostId::random();
        QVERIFY(bench.migrate(vm).error().is(errors::NotFound));
        bench.destination = wanted;
        QVERIFY(bench.migrate(vm));
    }
};

QTEST_GUILESS_MAIN(MigrateTest)
#include "migratetest.moc"
