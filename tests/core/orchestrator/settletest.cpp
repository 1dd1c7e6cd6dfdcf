// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for what a request leads to, and who is named as its cause.
#include "core/operations/errors.h"
#include "tests/core/orchestrator/corebench.h"

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::PowerState;
using model::TaskState;
using tests::Bench;

namespace {

/// Was an event of this code told, with the user and a task as its cause?
bool isTaskEvent(const Bench &bench, const QString &code)
{
    const auto event = std::ranges::find(bench.store.log, code, &model::Event::code);
    return event != bench.store.log.end() && event->actor == u"local\\ann" && !event->task.isNull();
}

} // namespace

class SettleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortLossOfTheHostDoesNotEndATaskThatWaits()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        const auto task = bench.ask(u"vm.shut-down"_s, vm);
        QVERIFY(task);
        bench.clock.advance(1s); // the guest has been asked
        bench.connector.cut(bench.host, Error(errors::Unreachable));
        bench.clock.advance(10s);
        QCOMPARE(bench.core->tasks().find(task->id)->state, TaskState::Succeeded);
        QCOMPARE(bench.now().find(vm)->state, PowerState::Off);
    }

    void aTaskThatWaitsAsksSeldom()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        int readings = 0;
        bench.connector.setFaults([&](HostId, const char *verb, VmId asked) -> hypervisor::SimulatedFault {
            if (asked == vm && qstrcmp(verb, "vm") == 0)
                ++readings;
            return {};
        });
        const auto task = bench.ask(u"vm.shut-down"_s, vm);
        bench.clock.advance(10s);
        QCOMPARE(bench.core->tasks().find(task->id)->state, TaskState::Succeeded);
        QVERIFY2(readings <= 6, qPrintable(QString::number(readings))); // a guest takes up to four seconds
    }

    void whatATaskMakesOrRemovesNamesItsCause()
    {
        Bench bench;
        const auto datacenter = (*bench.now().all<model::Datacenter>().cbegin())->id;
        QVERIFY(bench.ask(
            u"folder.create"_s,
            QJsonObject{{u"parent"_s, toString(model::ObjectRef(datacenter))}, {u"name"_s, u"Web"_s}}));
        bench.clock.advance(1s);
        QVERIFY(isTaskEvent(bench, u"folder.created"_s));
        const QJsonObject host{{u"host"_s, bench.host.toString()}};
        QVERIFY(bench.ask(u"host.disconnect"_s, host));
        bench.clock.advance(1s);
        QVERIFY(bench.ask(u"host.delete"_s, host));
        bench.clock.advance(1s);
        QVERIFY(isTaskEvent(bench, u"host.removed"_s));
    }
};

QTEST_GUILESS_MAIN(SettleTest)
#include "settletest.moc"
