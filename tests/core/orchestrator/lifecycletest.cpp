// SPDX-License-Identifier: GPL-3.0-or-later
// How VMs are made, changed, removed and taken back.
#include "core/operations/errors.h"
#include "core/operations/vm/create.h"
#include "core/orchestrator/errors.h"
#include "tests/core/orchestrator/corebench.h"

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::PowerState;
using model::TaskState;
using tests::Bench;

namespace {

/// A bench on which VMs are made.
struct Site : Bench {
    /// One that the host sees.
    [[nodiscard]] const model::Datastore &datastore() const
    {
        const model::Datastore *found = nullptr;
        for (const auto &each : now().all<model::Datastore>()) {
            if (std::ranges::find(each->hosts, host) != each->hosts.end())
                found = each.get();
        }
        return *found;
    }

    [[nodiscard]] QJsonObject wish(const QString &name) const
    {
        return {{u"parent"_s, toString(model::ObjectRef(host))},
                {u"name"_s, name},
                {u"datastore"_s, datastore().id.toString()}};
    }

    [[nodiscard]] const model::Vm *named(const QString &name) const
    {
        for (const auto &each : now().all<model::Vm>()) {
            if (each->name == name)
                return each.get();
        }
        return nullptr;
    }

    /// How the task ended.
    model::Task run(const QString &operation, const QJsonObject &parameters)
    {
        const auto task = ask(operation, parameters);
        if (!task)
            return {.state = TaskState::Failed, .error = task.error()};
        for (int i = 0; i < 60 && !isOver(task->id); ++i)
            clock.advance(1s);
        return *core->tasks().find(task->id);
    }
    model::Task run(const QString &operation, VmId vm, QJsonObject parameters = {})
    {
        parameters.insert(u"vm"_s, vm.toString());
        return run(operation, parameters);
    }

    [[nodiscard]] QStringList filesIn(const QString &path)
    {
        const auto connection = tests::waitFor(clock, connector.open({.uri = uriOf(host)}));
        const auto files = tests::waitFor(clock, (*connection)->files().list(path));
        QStringList names;
        if (files) {
            for (const auto &each : *files)
                names += each.name;
        }
        names.sort();
        return names;
    }

private:
    [[nodiscard]] bool isOver(TaskId id) const
    {
        const TaskState state = core->tasks().find(id)->state;
        return state != TaskState::Queued && state != TaskState::Running;
    }
};

QString codeOf(const model::Task &task)
{
    return task.error ? task.error->code : QString();
}

} // namespace

class LifecycleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVmIsMadeWithItsFilesAndStarted()
    {
        Site site;
        QJsonObject wish = site.wish(u"web <&\"'> é"_s);
        wish.insert(u"cpuCount"_s, 2);
        wish.insert(u"memoryBytes"_s, double(qint64(2) << 30));
        wish.insert(u"diskBytes"_s, double(qint64(8) << 30));
        wish.insert(u"powerOn"_s, true);
        const auto task = site.run(u"vm.create"_s, wish);
        QCOMPARE(codeOf(task), QString());
        const model::Vm *vm = site.named(u"web <&\"'> é"_s);
        QVERIFY(vm != nullptr);
        QCOMPARE(vm->state, PowerState::Running);
        QCOMPARE(vm->cpuCount, 2);
        QCOMPARE(vm->memory.count(), qint64(2) << 30);
        QCOMPARE(vm->disks.front().capacity.count(), qint64(8) << 30);
        const QString home = site.datastore().path + u'/' + vm->name;
        QCOMPARE(site.filesIn(home), (QStringList{u"disk.qcow2"_s, u"vm.xml"_s}));
    }

    void aClusterGivesItToItsEmptiestHost()
    {
        Site site;
        const auto cluster = model::ObjectRef((*site.now().all<model::Cluster>().cbegin())->id);
        QJsonObject wish = site.wish(u"new"_s);
        wish.insert(u"parent"_s, toString(cluster));
        QCOMPARE(codeOf(site.run(u"vm.create"_s, wish)), QString());
        QVERIFY(site.named(u"new"_s) != nullptr);
    }

    void whatMakesNoSenseIsRefusedBeforeAnythingIsDone_data()
    {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        const auto code = [](const ErrorCode &each) { return QString(each.name); };
        namespace errors = operations::errors;
        QTest::newRow("no CPU") << u"cpuCount"_s << QJsonValue(0) << code(errors::CpuCountInvalid);
        QTest::newRow("a billion CPUs") << u"cpuCount"_s << QJsonValue(1e9) << code(errors::CpuCountInvalid);
        QTest::newRow("no memory") << u"memoryBytes"_s << QJsonValue(0) << code(errors::MemoryInvalid);
        QTest::newRow("negative memory")
            << u"memoryBytes"_s << QJsonValue(-1048576) << code(errors::MemoryInvalid);
        QTest::newRow("half a MiB") << u"memoryBytes"_s << QJsonValue(524288) << code(errors::MemoryInvalid);
        QTest::newRow("a tiny disk") << u"diskBytes"_s << QJsonValue(512) << code(errors::DiskSizeInvalid);
        QTest::newRow("a disk beyond the datastore")
            << u"diskBytes"_s << QJsonValue(double(qint64(1) << 52)) << code(errors::DiskTooLarge);
        QTest::newRow("a path as name")
            << u"name"_s << QJsonValue(u"../../etc/x"_s) << code(errors::NameInvalid);
        QTest::newRow("a line break") << u"name"_s << QJsonValue(u"a\nb"_s) << code(errors::NameInvalid);
        QTest::newRow("too long") << u"name"_s << QJsonValue(QString(300, u'a')) << code(errors::NameInvalid);
    }

    void whatMakesNoSenseIsRefusedBeforeAnythingIsDone()
    {
        QFETCH(QString, parameter);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        Site site;
        QJsonObject wish = site.wish(u"new"_s);
        wish.insert(parameter, value);
        QCOMPARE(codeOf(site.run(u"vm.create"_s, wish)), code);
    }

    void aNameThatIsTakenIsRefused()
    {
        Site site;
        const QString taken = site.now().find(site.vmIn(PowerState::Running))->name;
        const auto task = site.run(u"vm.create"_s, site.wish(taken));
        QCOMPARE(codeOf(task), QString(operations::errors::NameTaken.name));
    }

    void whatCannotBeRegisteredLeavesNothing()
    {
        Site site;
        site.spoil(Error(errors::Conflict, u"the daemon says no"_s), "define");
        const auto task = site.run(u"vm.create"_s, site.wish(u"new"_s));
        QCOMPARE(codeOf(task), QString(orchestrator::errors::NotCreated.name));
        QCOMPARE(task.error->detail, u"the daemon says no"_s);
        QVERIFY(site.named(u"new"_s) == nullptr);
        site.spoil({});
        QVERIFY(site.filesIn(site.datastore().path + u"/new"_s).isEmpty());
        QCOMPARE(codeOf(site.run(u"vm.create"_s, site.wish(u"new"_s))),
                 QString()); // the directory is free again
    }

    void aDirectoryOfThatNameIsNotTouched()
    {
        Site site;
        QCOMPARE(codeOf(site.run(u"vm.create"_s, site.wish(u"new"_s))), QString());
        const VmId vm = site.named(u"new"_s)->id;
        QCOMPARE(codeOf(site.run(u"vm.unregister"_s, vm)), QString());
        const auto task = site.run(u"vm.create"_s, site.wish(u"new"_s));
        QCOMPARE(codeOf(task), QString(orchestrator::errors::DirectoryTaken.name));
        QVERIFY(!site.filesIn(site.datastore().path + u"/new"_s).isEmpty());
    }

    void deletingTakesTheFilesAlong()
    {
        Site site;
        QCOMPARE(codeOf(site.run(u"vm.create"_s, site.wish(u"new"_s))), QString());
        const VmId vm = site.named(u"new"_s)->id;
        QCOMPARE(codeOf(site.run(u"vm.power-on"_s, vm)), QString());
        QCOMPARE(codeOf(site.run(u"vm.delete"_s, vm)), QString(operations::errors::WrongState.name));
        QCOMPARE(codeOf(site.run(u"vm.power-off"_s, vm)), QString());
        QCOMPARE(codeOf(site.run(u"vm.delete"_s, vm)), QString());
        QVERIFY(site.named(u"new"_s) == nullptr);
        QVERIFY(site.wasTold(u"vm.removed"_s));
        QVERIFY(!site.filesIn(site.datastore().path).contains(u"new"_s));
    }

    void filesThatCannotBeDeletedAreNamed()
    {
        Site site;
        QCOMPARE(codeOf(site.run(u"vm.create"_s, site.wish(u"new"_s))), QString());
        site.spoil(Error(errors::Timeout), "remove");
        const auto task = site.run(u"vm.delete"_s, site.named(u"new"_s)->id);
        QCOMPARE(codeOf(task), QString(orchestrator::errors::FilesRemain.name));
        QVERIFY(task.error->params.value(u"paths"_s).toString().contains(u"/new/disk.qcow2"_s));
    }

    void whatWasUnregisteredIsTakenBackFromItsDirectory()
    {
        Site site;
        QCOMPARE(codeOf(site.run(u"vm.create"_s, site.wish(u"new"_s))), QString());
        QJsonObject back{{u"parent"_s, toString(model::ObjectRef(site.host))},
                         {u"datastore"_s, site.datastore().id.toString()},
                         {u"path"_s, u"new"_s}};
        back.insert(u"path"_s, u"../new"_s);
        QCOMPARE(codeOf(site.run(u"datastore.register-vm"_s, back)),
                 QString(operations::errors::PathOutside.name));
        back.insert(u"path"_s, u"nowhere"_s);
        QCOMPARE(codeOf(site.run(u"datastore.register-vm"_s, back)),
                 QString(orchestrator::errors::NoDefinition.name));
    }

    void cpusAndMemoryChangeOnlyWhileItIsOff()
    {
        Site site;
        const QJsonObject wish{{u"cpuCount"_s, 3}, {u"memoryBytes"_s, double(qint64(3) << 30)}};
        const VmId running = site.vmIn(PowerState::Running);
        QCOMPARE(codeOf(site.run(u"vm.set"_s, running, wish)), QString(operations::errors::WrongState.name));
        const VmId off = site.vmIn(PowerState::Off);
        QCOMPARE(codeOf(site.run(u"vm.set"_s, off, wish)), QString());
        QCOMPARE(site.now().find(off)->cpuCount, 3);
        QCOMPARE(site.now().find(off)->memory.count(), qint64(3) << 30);
    }
};

QTEST_GUILESS_MAIN(LifecycleTest)
#include "lifecycletest.moc"
