// SPDX-License-Identifier: GPL-3.0-or-later
// The core at work on simulated hosts in virtual time: watching, tasks, events, alarms, what survives a restart.
#include "core/operations/errors.h"
#include "tests/core/orchestrator/corebench.h"

#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::orchestrator;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::HostState;
using model::PowerState;
using model::TaskState;
using tests::Bench;

class CoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allHostsAndTheirVmsAreInTheInventory()
    {
        const Bench bench;
        QCOMPARE(bench.now().all<model::Vm>().size(), 40);
        QCOMPARE(bench.state(), HostState::Connected);
        QVERIFY(!bench.wasTold(u"vm.created"_s)); // read in, not news
    }

    void aTaskIsDoneWhenTheEndStateWasReadBack()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        const auto task = bench.ask(u"vm.power-off"_s, vm);
        QVERIFY(task);
        QCOMPARE(task->state, TaskState::Running);
        bench.clock.advance(5s);
        QCOMPARE(bench.core->tasks().find(task->id)->state, TaskState::Succeeded);
        QCOMPARE(bench.now().find(vm)->state, PowerState::Off);
        const auto event = std::ranges::find(bench.store.log, u"vm.powered-off"_s, &model::Event::code);
        QVERIFY(event != bench.store.log.end());
        QCOMPARE(event->actor, u"local\\ann"_s);
        QCOMPARE(event->task, task->id);
    }

    void aRequestThatCannotBeDoneIsRefusedWithItsReason()
    {
        Bench bench;
        const auto task = bench.ask(u"vm.power-on"_s, bench.vmIn(PowerState::Running));
        QVERIFY(!task);
        QVERIFY(task.error().is(operations::errors::WrongState));
        QVERIFY(bench.store.kept.tasks.empty());
    }

    void missingUnknownAndEmptyParametersAreRefused()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Off);
        QVERIFY(bench.ask(u"vm.rename"_s, vm).error().is(errors::InvalidArgument));
        QVERIFY(bench.ask(u"vm.rename"_s, QJsonObject{{u"vm"_s, vm.toString()}, {u"name"_s, u""_s}})
                    .error()
                    .is(errors::InvalidArgument));
        QVERIFY(bench.ask(u"vm.power-on"_s, QJsonObject{{u"vm"_s, vm.toString()}, {u"loudly"_s, true}})
                    .error()
                    .is(errors::InvalidArgument));
        QVERIFY(bench.ask(u"vm.make-coffee"_s, vm).error().is(errors::NotFound));
    }

    void theSameIdempotencyKeyIsTheSameTask()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        const auto first = bench.ask(u"vm.power-off"_s, vm, u"key"_s);
        bench.clock.advance(5s);
        const auto second = bench.ask(u"vm.power-off"_s, vm, u"key"_s);
        QVERIFY(first && second);
        QCOMPARE(second->id, first->id);
        QCOMPARE(second->state, TaskState::Succeeded);
        QCOMPARE(bench.store.kept.tasks.size(), 1U);
    }

    void tasksOfOneVmRunOneAfterTheOther()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        const auto first = bench.ask(u"vm.power-off"_s, vm);
        const auto second = bench.ask(u"vm.reset"_s, vm);
        QVERIFY(first && second);
        QCOMPARE(second->state, TaskState::Queued);
        bench.clock.advance(10s);
        // Its turn came when the VM was off: then it is no longer right.
        const model::Task *ended = bench.core->tasks().find(second->id);
        QCOMPARE(ended->state, TaskState::Failed);
        QVERIFY(ended->error->is(operations::errors::WrongState));
    }

    void aQueuedTaskCanBeCancelled()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        QVERIFY(bench.ask(u"vm.power-off"_s, vm));
        const auto second = bench.ask(u"vm.reset"_s, vm);
        QVERIFY(second && bench.core->tasks().cancel(second->id));
        bench.clock.advance(10s);
        QCOMPARE(bench.core->tasks().find(second->id)->state, TaskState::Cancelled);
        QVERIFY(bench.ask(u"vm.power-on"_s, vm)); // the queue is not stuck
    }

    void aSecretIsNotKeptWithItsTask()
    {
        Bench bench;
        const QString parent =
            toString(model::ObjectRef((*bench.now().all<model::Datacenter>().cbegin())->id));
        QVERIFY(bench.ask(u"host.add"_s,
                          QJsonObject{{u"parent"_s, parent},
                                      {u"uri"_s, u"simulated:///none"_s},
                                      {u"secret"_s, u"hunter2"_s}}));
        QVERIFY(!bench.store.kept.tasks.front().parameters.contains(u"secret"_s));
    }

    void whatCannotBeKeptIsNotAccepted()
    {
        Bench bench;
        bench.store.full = true;
        const VmId vm = bench.vmIn(PowerState::Running);
        QVERIFY(bench.ask(u"vm.power-off"_s, vm).error().is(persistence::errors::Full));
        bench.clock.advance(5s);
        QCOMPARE(bench.now().find(vm)->state, PowerState::Running);
    }

    void aSilentHostIsNotRespondingWithinTenSecondsAndItsVmsAreStale()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        bench.hang();
        bench.clock.advance(10s);
        QCOMPARE(bench.state(), HostState::NotResponding);
        QVERIFY(bench.now().find(bench.host)->lastSeen);
        QVERIFY(bench.now().find(vm)->stale);
        QCOMPARE(bench.now().find(vm)->state, PowerState::Running); // unknown is never shown as off
        QVERIFY(bench.ask(u"vm.power-off"_s, vm).error().is(operations::errors::HostNotResponding));
        QCOMPARE(bench.core->alarms().triggered().front().code, u"host.not-responding"_s);
        const auto connected = std::ranges::count_if(bench.now().all<model::Host>(), [](const auto &host) {
            return host->state == HostState::Connected;
        });
        QCOMPARE(connected, 1); // the other one stays live
    }

    void aHostThatAnswersAgainRecoversByItself()
    {
        Bench bench;
        bench.connector.cut(bench.host, Error(errors::Unreachable));
        bench.connector.setFaults([](HostId, const char *verb, VmId) -> hypervisor::SimulatedFault {
            if (qstrcmp(verb, "open") == 0)
                return Error(errors::Unreachable);
            return {};
        });
        bench.clock.advance(60s);
        QCOMPARE(bench.state(), HostState::NotResponding);
        bench.connector.setFaults({});
        bench.clock.advance(6s); // the back-off is capped at 5 s
        QCOMPARE(bench.state(), HostState::Connected);
        QVERIFY(std::ranges::none_of(bench.now().all<model::Vm>(), [](const auto &vm) { return vm->stale; }));
        QVERIFY(bench.core->alarms().triggered().empty()
                || bench.core->alarms().triggered().front().code != u"host.not-responding"_s);
    }

    void aChangeBehindOurBackIsSeenAndTold()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        QVERIFY(bench.world.setPower(bench.host, vm, simulation::PowerAction::Off));
        bench.clock.advance(2s);
        QCOMPARE(bench.now().find(vm)->state, PowerState::Off);
        const auto event = std::ranges::find(bench.store.log, u"vm.powered-off"_s, &model::Event::code);
        QVERIFY(event != bench.store.log.end());
        QVERIFY(event->actor.isEmpty());
    }

    void aMigrationIsOneNewsNotADeathAndABirth()
    {
        Bench bench;
        const HostId other = bench.world.hosts().back();
        for (const auto &vm : bench.world.vms(bench.host)) {
            if (bench.world.move(vm.id, other)) {
                bench.clock.advance(3s);
                QCOMPARE(bench.now().find(vm.id)->host, other);
                QVERIFY(bench.wasTold(u"vm.migrated"_s));
                QVERIFY(!bench.wasTold(u"vm.removed"_s) && !bench.wasTold(u"vm.created"_s));
                return;
            }
        }
        QSKIP("no VM of this world can be moved");
    }

    void foldersAndPlacesSurviveARestart()
    {
        Bench bench;
        const auto datacenter = (*bench.now().all<model::Datacenter>().cbegin())->id;
        QVERIFY(bench.ask(u"folder.create"_s,
                          QJsonObject{{u"parent"_s, toString(model::ObjectRef(datacenter))},
                                      {u"name"_s, u"Comptabilité"_s}}));
        bench.clock.advance(1s);
        const auto &folders = bench.now().all<model::Folder>();
        const auto made =
            std::ranges::find_if(folders, [](const auto &f) { return f->name == u"Comptabilité"; });
        QVERIFY(made != folders.end());
        const FolderId folder = (*made)->id;
        const VmId vm = bench.vmIn(PowerState::Running);
        QVERIFY(
            bench.ask(u"vm.move"_s, QJsonObject{{u"vm"_s, vm.toString()}, {u"folder"_s, folder.toString()}}));
        bench.clock.advance(1s);
        bench.core.reset();
        bench.begin();
        QCOMPARE(bench.now().find(vm)->folder, std::optional(folder));
    }

    void aVmOfAnUnreachableHostIsRememberedAcrossARestart()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        bench.core.reset();
        bench.hang();
        bench.begin();
        const model::Vm *known = bench.now().find(vm);
        QVERIFY(known != nullptr && known->stale);
        QCOMPARE(known->state, PowerState::Running);
    }

    void aTaskThatACrashCutShortIsTold()
    {
        Bench bench;
        const auto task = bench.ask(u"vm.power-off"_s, bench.vmIn(PowerState::Running));
        bench.core.reset(); // kill -9
        bench.begin();
        const model::Task *found = bench.core->tasks().find(task->id);
        QVERIFY(found != nullptr);
        QCOMPARE(found->state, TaskState::Failed);
        QVERIFY(found->error->is(operations::errors::Interrupted));
    }

    void loadsAndSeriesFollowTheSamples()
    {
        Bench bench;
        bench.clock.advance(2min);
        const VmId vm = bench.vmIn(PowerState::Running);
        const auto loads = bench.core->performance().loads();
        const auto load = std::ranges::find(loads, model::ObjectRef(vm), &model::Load::object);
        QVERIFY(load != loads.end() && load->cpuUsageRatio);
        const auto series = bench.core->performance().query(vm, {model::Counter::CpuUsageRatio}, 20s, {});
        QCOMPARE(series.size(), 1U);
        QVERIFY(series.front().values.size() >= 4);
    }

    void aDisconnectedHostStaysSoAfterARestart()
    {
        Bench bench;
        QVERIFY(bench.ask(u"host.disconnect"_s, QJsonObject{{u"host"_s, bench.host.toString()}}));
        bench.clock.advance(1s);
        QCOMPARE(bench.state(), HostState::Disconnected);
        bench.core.reset();
        bench.begin();
        QCOMPARE(bench.state(), HostState::Disconnected);
        QVERIFY(bench.ask(u"host.reconnect"_s, QJsonObject{{u"host"_s, bench.host.toString()}}));
        bench.clock.advance(5s);
        QCOMPARE(bench.state(), HostState::Connected);
    }
};

QTEST_GUILESS_MAIN(CoreTest)
#include "coretest.moc"
