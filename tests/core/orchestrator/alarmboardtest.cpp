// SPDX-License-Identifier: GPL-3.0-or-later
// Alarms of a core at work, in virtual time: what goes off, who is told, what is acknowledged, what survives a restart.
#include "core/model/alarmconditions.h"
#include "core/operations/alarmrules.h"
#include "core/orchestrator/standardalarms.h"
#include "tests/core/orchestrator/corebench.h"

using namespace core;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::HostState;
using model::PowerState;
using model::Severity;

namespace {

const model::Alarm *alarmOf(const Bench &bench, const model::ObjectRef &object, const QString &code)
{
    for (const model::Alarm &alarm : bench.core->alarms().triggered()) {
        if (alarm.object == object && alarm.code == code)
            return bench.core->alarms().find(alarm.id);
    }
    return nullptr;
}

QString idOf(const Bench &bench, const QString &name)
{
    for (const auto &definition : bench.now().all<model::AlarmDefinition>()) {
        if (definition->name == name)
            return definition->id.toString();
    }
    return {};
}

int told(const Bench &bench, const QString &code)
{
    return static_cast<int>(std::ranges::count(bench.store.log, code, &model::Event::code));
}

Result<model::Task> done(Bench &bench, const QString &operation, const QJsonObject &parameters)
{
    auto task = bench.ask(operation, parameters);
    bench.clock.advance(1s);
    if (!task)
        return task;
    return *bench.core->tasks().find(task->id);
}

} // namespace

class AlarmBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStandardAlarmIsSoundAndMadeOnce()
    {
        Bench bench;
        const auto all = bench.now().all<model::AlarmDefinition>();
        QVERIFY(all.size() >= 10);
        for (const auto &definition : all) {
            const auto sound = operations::isSound(*definition, bench.now());
            QVERIFY2(bool(sound), qPrintable(definition->name));
            QVERIFY(definition->builtIn);
        }
        QVERIFY(orchestrator::standardAlarms(bench.now()).empty());
        QVERIFY(!bench.wasTold(u"alarm-definition.created"_s));
    }

    void aSilentHostIsAnAlarmUntilItAnswers()
    {
        Bench bench;
        bench.hang();
        bench.clock.advance(15s);
        const model::Alarm *alarm = alarmOf(bench, bench.host, u"host.not-responding"_s);
        QVERIFY(alarm != nullptr);
        QCOMPARE(alarm->severity, Severity::Alert);
        QVERIFY(!alarm->definition.isNull());
        QCOMPARE(told(bench, u"alarm.triggered"_s), 1);
        bench.connector.setFaults({});
        bench.clock.advance(90s);
        QCOMPARE(bench.state(), HostState::Connected);
        QVERIFY(alarmOf(bench, bench.host, u"host.not-responding"_s) == nullptr);
        QCOMPARE(told(bench, u"alarm.ended"_s), 1);
    }

    /// Nothing happens but that time goes by: no restart, no reconnection, no other news of the host.
    void aCertificateThatComesToItsEndIsAnAlarm()
    {
        Bench bench;
        const auto alarm = [&] { return alarmOf(bench, bench.host, u"host.certificate-expiring"_s); };
        model::Host host = *bench.now().find(bench.host);
        host.certificateExpires = bench.clock.now() + model::certificateNotice + 24h;
        bench.core->inventory().put(host);
        bench.clock.advance(23h);
        QVERIFY(alarm() == nullptr);
        bench.clock.advance(1h + 11min);
        QVERIFY(alarm() != nullptr);
        QCOMPARE(told(bench, u"alarm.triggered"_s), 1);
        bench.clock.advance(24h);
        QCOMPARE(told(bench, u"alarm.triggered"_s), 1); // once
        host = *bench.now().find(bench.host);
        host.certificateExpires = bench.clock.now() + 800 * 24h; // a new one was seen
        bench.core->inventory().put(host);
        bench.clock.advance(1s);
        QVERIFY(alarm() == nullptr);
    }

    void anAcknowledgedAlarmSurvivesARestart()
    {
        Bench bench;
        bench.hang();
        bench.clock.advance(15s);
        const model::Alarm before = *alarmOf(bench, bench.host, u"host.not-responding"_s);
        const auto task = done(bench, u"alarm.acknowledge"_s,
                               {{u"alarm"_s, before.id.toString()},
                                {u"comment"_s, u"on my way"_s},
                                {u"object"_s, toString(before.object)}});
        QVERIFY(task && task->state == model::TaskState::Succeeded);
        QVERIFY(bench.wasTold(u"alarm.acknowledged"_s));
        bench.core.reset();
        bench.clock.advance(10min);
        bench.begin();
        bench.clock.advance(15s);
        const model::Alarm *after = alarmOf(bench, bench.host, u"host.not-responding"_s);
        QVERIFY(after != nullptr);
        QCOMPARE(after->id, before.id);
        QCOMPARE(after->since, before.since);
        QCOMPARE(after->comment, u"on my way"_s);
        QCOMPARE(after->acknowledgedBy, u"local\\ann"_s);
        QCOMPARE(told(bench, u"alarm.triggered"_s), 1); // it is the same alarm
    }

    void whatEndedWhileTheCoreWasAwayEndsAfterTheRestart()
    {
        Bench bench;
        bench.hang();
        bench.clock.advance(15s);
        QVERIFY(alarmOf(bench, bench.host, u"host.not-responding"_s) != nullptr);
        bench.core.reset();
        bench.connector.setFaults({});
        bench.begin();
        bench.clock.advance(5s);
        QVERIFY(alarmOf(bench, bench.host, u"host.not-responding"_s) == nullptr);
        QVERIFY(bench.wasTold(u"alarm.ended"_s));
    }

    void nobodyAcknowledgesAtAnotherObject()
    {
        Bench bench;
        bench.hang();
        bench.clock.advance(15s);
        const model::Alarm alarm = *alarmOf(bench, bench.host, u"host.not-responding"_s);
        const auto task =
            done(bench, u"alarm.acknowledge"_s,
                 {{u"alarm"_s, alarm.id.toString()}, {u"object"_s, toString(model::ObjectRef(bench.other))}});
        QVERIFY(task && task->error && task->error->is(errors::NotFound));
        QVERIFY(!alarmOf(bench, bench.host, u"host.not-responding"_s)->acknowledged);
        const auto reset = done(bench, u"alarm.reset"_s,
                                {{u"alarm"_s, alarm.id.toString()}, {u"object"_s, toString(alarm.object)}});
        QVERIFY(reset && reset->error && reset->error->is(operations::errors::AlarmEndsItself));
    }

    void aLoadIsAnAlarmWhenItLasts()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        bench.core->alarms().take({{.object = vm, .cpuUsageRatio = 0.97}});
        QVERIFY(alarmOf(bench, vm, u"alarm.cpu-usage"_s) == nullptr);
        const QString id = idOf(bench, u"Virtual machine CPU usage"_s);
        const auto set = done(bench, u"alarm-definition.set"_s,
                              {{u"definition"_s, id}, {u"holdsMs"_s, 0}, {u"alert"_s, 0.96}});
        QVERIFY(set && set->state == model::TaskState::Succeeded);
        bench.core->alarms().take({{.object = vm, .cpuUsageRatio = 0.97}});
        const model::Alarm *alarm = alarmOf(bench, vm, u"alarm.cpu-usage"_s);
        QVERIFY(alarm != nullptr);
        QCOMPARE(alarm->severity, Severity::Alert);
        QCOMPARE(alarm->parameters.value(u"usageRatio"_s).toDouble(), 0.97);
        const auto off =
            done(bench, u"alarm-definition.set"_s, {{u"definition"_s, id}, {u"enabled"_s, false}});
        QVERIFY(off && off->state == model::TaskState::Succeeded);
        QVERIFY(alarmOf(bench, vm, u"alarm.cpu-usage"_s) == nullptr);
    }

    void anEventCallsUntilItIsReset()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        const auto made = done(bench, u"alarm-definition.create"_s,
                               {{u"object"_s, toString(model::ObjectRef(vm))},
                                {u"name"_s, u"Somebody switched it off"_s},
                                {u"trigger"_s, u"event"_s},
                                {u"code"_s, u"vm.powered-off"_s},
                                {u"severity"_s, u"alert"_s}});
        QVERIFY2(made && made->state == model::TaskState::Succeeded,
                 made ? "" : qPrintable(made.error().detail));
        QVERIFY(bench.world.setPower(bench.host, vm, simulation::PowerAction::Off));
        bench.clock.advance(5s);
        const model::Alarm *alarm = alarmOf(bench, vm, u"alarm.event"_s);
        QVERIFY(alarm != nullptr);
        QCOMPARE(alarm->severity, Severity::Alert);
        const model::Alarm before = *alarm;
        QVERIFY(bench.world.setPower(bench.host, vm, simulation::PowerAction::On));
        bench.clock.advance(5s);
        QVERIFY(alarmOf(bench, vm, u"alarm.event"_s) != nullptr);
        const auto reset = done(bench, u"alarm.reset"_s,
                                {{u"alarm"_s, before.id.toString()}, {u"object"_s, toString(before.object)}});
        QVERIFY(reset && reset->state == model::TaskState::Succeeded);
        QVERIFY(alarmOf(bench, vm, u"alarm.event"_s) == nullptr);
    }

    void aDefinitionTakesItsAlarmsWithIt()
    {
        Bench bench;
        const VmId vm = bench.vmIn(PowerState::Running);
        QVERIFY(done(bench, u"alarm-definition.create"_s,
                     {{u"object"_s, toString(model::ObjectRef())},
                      {u"name"_s, u"Busy"_s},
                      {u"trigger"_s, u"threshold"_s},
                      {u"measure"_s, u"cpu-usage-ratio"_s},
                      {u"warning"_s, 0.1}}));
        bench.core->alarms().take({{.object = vm, .cpuUsageRatio = 0.5}});
        QVERIFY(alarmOf(bench, vm, u"alarm.cpu-usage"_s) != nullptr);
        const auto gone =
            done(bench, u"alarm-definition.delete"_s, {{u"definition"_s, idOf(bench, u"Busy"_s)}});
        QVERIFY(gone && gone->state == model::TaskState::Succeeded);
        QVERIFY(alarmOf(bench, vm, u"alarm.cpu-usage"_s) == nullptr);
        const auto kept =
            bench.ask(u"alarm-definition.delete"_s, {{u"definition"_s, idOf(bench, u"Datastore usage"_s)}});
        QVERIFY(!kept && kept.error().is(operations::errors::AlarmBuiltIn));
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::newRow("no bound") << QJsonObject{{u"measure"_s, u"memory-usage-ratio"_s}};
        QTest::newRow("bounds in disorder") << QJsonObject{{u"alert"_s, 0.5}};
        QTest::newRow("a bound below nought") << QJsonObject{{u"warning"_s, -1}};
        QTest::newRow("hysteresis above the bound") << QJsonObject{{u"hysteresis"_s, 0.9}};
        QTest::newRow("a measure of another kind") << QJsonObject{{u"measure"_s, u"datastore-usage-ratio"_s}};
        QTest::newRow("a kind that is administered") << QJsonObject{{u"appliesTo"_s, u"user"_s}};
        QTest::newRow("a state nobody knows")
            << QJsonObject{{u"trigger"_s, u"condition"_s}, {u"code"_s, u"vm.on-fire"_s}};
        QTest::newRow("an event of alarms")
            << QJsonObject{{u"trigger"_s, u"event"_s}, {u"code"_s, u"alarm.triggered"_s}};
        QTest::newRow("for ever") << QJsonObject{{u"holdsMs"_s, 1e12}};
        QTest::newRow("only for information") << QJsonObject{{u"severity"_s, u"info"_s}};
        QTest::newRow("a name that is taken") << QJsonObject{{u"name"_s, u"datastore USAGE"_s}};
        QTest::newRow("a name that is none") << QJsonObject{{u"name"_s, u"a/b"_s}};
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QJsonObject, change);
        Bench bench;
        QJsonObject parameters{{u"object"_s, toString(model::ObjectRef())},
                               {u"name"_s, u"Busy"_s},
                               {u"trigger"_s, u"threshold"_s},
                               {u"measure"_s, u"cpu-usage-ratio"_s},
                               {u"warning"_s, 0.8}};
        for (auto it = change.begin(); it != change.end(); ++it)
            parameters.insert(it.key(), it.value());
        if (QByteArrayView(QTest::currentDataTag()) == "no bound")
            parameters.remove(u"warning"_s);
        QVERIFY(!bench.ask(u"alarm-definition.create"_s, parameters));
    }

    void aFullDatabaseKeepsWhatCouldNotBeWritten()
    {
        Bench bench;
        bench.store.full = true;
        bench.hang();
        bench.clock.advance(15s);
        QVERIFY(alarmOf(bench, bench.host, u"host.not-responding"_s) != nullptr);
        bench.store.full = false;
        bench.clock.advance(2min);
        bench.core.reset();
        bench.begin();
        QVERIFY(alarmOf(bench, bench.host, u"host.not-responding"_s) != nullptr);
    }
};

QTEST_GUILESS_MAIN(AlarmBoardTest)
#include "alarmboardtest.moc"
