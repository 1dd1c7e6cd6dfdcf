// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told of alarms, in virtual time: of which transitions, how often, what becomes of failures and storms.
#include "core/model/alarmconditions.h"
#include "core/notification/errors.h"
#include "tests/core/orchestrator/corebench.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace core;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::AlarmAction;
using model::AlarmChannel;
using model::AlarmTransition;
using model::Severity;

namespace {

const QString ops = u"ops@example.org"_s; // NOLINT(cert-err58-cpp)

model::AlarmDefinition hostSilent(std::vector<AlarmAction> actions, Duration repeat = {})
{
    return {.id = AlarmDefinitionId::random(),
            .name = u"Silent"_s,
            .appliesTo = model::Kind::Host,
            .code = u"host.not-responding"_s,
            .severity = Severity::Alert,
            .actions = std::move(actions),
            .repeat = repeat};
}

AlarmAction mail(std::vector<AlarmTransition> on = {})
{
    return {.channel = AlarmChannel::Email, .target = ops, .on = std::move(on)};
}

std::vector<AlarmTransition> transitionsTold(const Bench &bench)
{
    std::vector<AlarmTransition> all;
    for (const auto &each : bench.notifier.told) {
        for (const auto &notice : each.delivery.notices)
            all.push_back(notice.transition);
    }
    return all;
}

const model::Event *lastEvent(const Bench &bench, const QString &code)
{
    const auto found = std::find_if(bench.store.log.rbegin(), bench.store.log.rend(),
                                    [&](const model::Event &event) { return event.code == code; });
    return found == bench.store.log.rend() ? nullptr : &*found;
}

Result<model::Task> done(Bench &bench, const QString &operation, const QJsonObject &parameters)
{
    auto task = bench.ask(operation, parameters);
    bench.clock.advance(1s);
    if (!task)
        return task;
    return *bench.core->tasks().find(task->id);
}

/// A machine with a snapshot of that age, as far as the core knows.
void giveSnapshot(Bench &bench, VmId vm, Duration age)
{
    model::Vm changed = *bench.now().find(vm);
    changed.snapshotCount = 1;
    changed.oldestSnapshot = bench.clock.now() - age;
    bench.core->inventory().put(changed);
}

} // namespace

class AlarmActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heIsToldWhenItGoesOffAndWhenItEnds()
    {
        Bench bench;
        bench.core->inventory().put(hostSilent({mail()}));
        bench.hang();
        bench.clock.advance(15s);
        QCOMPARE(bench.notifier.told.size(), 1U);
        const auto &notice = bench.notifier.told.front().delivery.notices.front();
        QCOMPARE(notice.name, u"Silent"_s);
        QCOMPARE(notice.transition, AlarmTransition::Alert);
        QVERIFY(notice.alarm.object == model::ObjectRef(bench.host));
        QCOMPARE(notice.repetition, 0);
        bench.connector.setFaults({});
        bench.clock.advance(2min);
        QCOMPARE(transitionsTold(bench), (std::vector{AlarmTransition::Alert, AlarmTransition::Ended}));
    }

    void onlyOfTheTransitionsThatHeAskedFor()
    {
        Bench bench;
        bench.core->inventory().put(hostSilent({mail({AlarmTransition::Ended})}));
        bench.hang();
        bench.clock.advance(1min);
        QVERIFY(bench.notifier.told.empty());
        bench.connector.setFaults({});
        bench.clock.advance(2min);
        QCOMPARE(transitionsTold(bench), std::vector{AlarmTransition::Ended});
    }

    void nobodyIsToldByADefinitionThatIsSwitchedOffOrDeleted()
    {
        Bench bench;
        auto definition = hostSilent({mail()});
        bench.core->inventory().put(definition);
        bench.hang();
        bench.clock.advance(15s);
        QCOMPARE(bench.notifier.told.size(), 1U);
        definition.enabled = false;
        bench.core->inventory().put(definition);
        bench.clock.advance(2min);
        QCOMPARE(bench.notifier.told.size(), 1U);
    }

    void redIsRepeatedUntilSomebodyAcknowledgesIt()
    {
        Bench bench;
        bench.core->inventory().put(hostSilent({mail()}, 5min));
        bench.hang();
        bench.clock.advance(15s);
        bench.clock.advance(11min);
        QCOMPARE(bench.notifier.told.size(), 3U);
        QCOMPARE(bench.notifier.told.back().delivery.notices.front().repetition, 2);
        const QString id = bench.notifier.told.front().delivery.notices.front().alarm.id.toString();
        const auto task = done(bench, u"alarm.acknowledge"_s,
                               {{u"alarm"_s, id}, {u"object"_s, toString(model::ObjectRef(bench.host))}});
        QVERIFY(task && task->state == model::TaskState::Succeeded);
        bench.clock.advance(1h);
        QCOMPARE(bench.notifier.told.size(), 3U);
    }

    void whatIsRepeatedIsRepeatedAlsoAfterARestart()
    {
        Bench bench;
        bench.core->inventory().put(hostSilent({mail()}, 5min));
        bench.hang();
        bench.clock.advance(15s);
        QCOMPARE(bench.notifier.told.size(), 1U);
        QVERIFY(waitFor(bench.clock, bench.core->flush()));
        bench.begin();
        bench.clock.advance(1min);
        QCOMPARE(bench.notifier.told.size(), 1U); // it stands as it stood: no news
        bench.clock.advance(5min);
        QCOMPARE(bench.notifier.told.size(), 2U);
    }

    void aFailureIsTriedAgainAndThenAnEvent()
    {
        Bench bench;
        bench.core->inventory().put(hostSilent({mail({AlarmTransition::Alert})}));
        bench.notifier.failures.insert(
            ops, Error(errors::Unreachable, QJsonObject{{u"where"_s, u"mail:587"_s}}, u"no route"_s));
        bench.hang();
        bench.clock.advance(15s);
        QCOMPARE(bench.notifier.told.size(), 1U);
        QVERIFY(lastEvent(bench, u"notification.delayed"_s) != nullptr);
        bench.clock.advance(10min);
        QCOMPARE(bench.notifier.told.size(), size_t(orchestrator::AlarmActions::attempts));
        const model::Event *failed = lastEvent(bench, u"notification.failed"_s);
        QVERIFY(failed != nullptr);
        QCOMPARE(failed->parameters.value(u"target"_s).toString(), ops);
        QCOMPARE(failed->parameters.value(u"code"_s).toString(), u"base.unreachable"_s);
        QCOMPARE(failed->parameters.value(u"detail"_s).toString(), u"no route"_s);
        QCOMPARE(failed->severity, Severity::Warning);
    }

    void whatCannotPassIsNotTriedAgain()
    {
        Bench bench;
        bench.core->inventory().put(hostSilent({mail({AlarmTransition::Alert})}));
        bench.notifier.failures.insert(ops, Error(notification::errors::NoMailServer));
        bench.hang();
        bench.clock.advance(20min);
        QCOMPARE(bench.notifier.told.size(), 1U);
        QVERIFY(lastEvent(bench, u"notification.failed"_s) != nullptr);
        QVERIFY(lastEvent(bench, u"notification.delayed"_s) == nullptr);
    }

    void aStormIsFewMessagesAndWhatIsTooMuchIsCounted()
    {
        Bench bench;
        const AlarmAction toScript{.channel = AlarmChannel::Script, .target = u"page.sh"_s};
        bench.core->inventory().put(model::AlarmDefinition{.id = AlarmDefinitionId::random(),
                                                           .name = u"Renamed"_s,
                                                           .trigger = model::AlarmTrigger::Event,
                                                           .code = u"vm.crashed"_s,
                                                           .actions = {mail(), toScript}});
        std::vector<model::Vm> vms;
        for (int i = 0; i < 600; ++i)
            vms.push_back({.id = VmId::random(), .name = u"m%1"_s.arg(i), .host = bench.host});
        for (const model::Vm &vm : vms) {
            bench.core->inventory().put(vm);
            bench.core->events().raise(u"vm.crashed"_s, Severity::Alert, vm.id, vm.name);
        }
        const auto count = [&](AlarmChannel channel) {
            size_t deliveries = 0;
            size_t notices = 0;
            for (const auto &each : bench.notifier.told) {
                if (each.delivery.action.channel != channel)
                    continue;
                ++deliveries;
                notices += each.delivery.notices.size();
            }
            return std::pair(deliveries, notices);
        };
        bench.clock.advance(1min);
        QVERIFY(count(AlarmChannel::Email).first <= 3);
        QVERIFY(count(AlarmChannel::Script).first <= 61);
        bench.clock.advance(20min);
        QCOMPARE(count(AlarmChannel::Email).second, orchestrator::AlarmActions::mostWaiting + 1);
        QCOMPARE(count(AlarmChannel::Email).first, 6U); // one, then a hundred at a time
        QCOMPARE(count(AlarmChannel::Script), (std::pair<size_t, size_t>(501, 501)));
        const model::Event *dropped = lastEvent(bench, u"notification.dropped"_s);
        QVERIFY(dropped != nullptr);
        QCOMPARE(dropped->parameters.value(u"count"_s).toInt(), 99);
    }

    void theCoresOwnAlarmsAreToldToo()
    {
        Bench bench;
        model::AlarmDefinition definition;
        for (const auto &each : bench.now().all<model::AlarmDefinition>()) {
            if (each->code == u"core.certificate-expiring")
                definition = *each;
        }
        QVERIFY(definition.builtIn);
        definition.actions = {mail()};
        bench.core->inventory().put(definition);
        bench.core->setCertificateExpiry(bench.clock.now() + model::certificateNotice + 12h);
        QVERIFY(bench.notifier.told.empty());
        bench.clock.advance(13h);
        QCOMPARE(bench.notifier.told.size(), 1U);
        const auto &alarm = bench.notifier.told.front().delivery.notices.front().alarm;
        QCOMPARE(alarm.code, u"core.certificate-expiring"_s);
        QCOMPARE(alarm.severity, Severity::Warning);
        QVERIFY(bench.core->alarms().find(alarm.id) != nullptr);
        bench.core->setCertificateExpiry(bench.clock.now() + 800 * 24h);
        QVERIFY(bench.core->alarms().find(alarm.id) == nullptr);
        bench.clock.advance(1min);
        QCOMPARE(transitionsTold(bench), (std::vector{AlarmTransition::Warning, AlarmTransition::Ended}));
    }

    void aSnapshotGrowsOldByTheCalendarAlone()
    {
        Bench bench;
        const VmId vm = bench.vmIn(model::PowerState::Off);
        QVERIFY(!vm.isNull());
        giveSnapshot(bench, vm, 6 * 24h + 23h);
        const auto isTriggered = [&] {
            const auto all = bench.core->alarms().triggered();
            return std::ranges::any_of(all, [&](const model::Alarm &alarm) {
                return alarm.object == model::ObjectRef(vm) && alarm.code == u"alarm.snapshot-age";
            });
        };
        QVERIFY(!isTriggered());
        bench.hang(); // what the host says of its machines would take the snapshot away again
        bench.core->inventory().apply({vm, *bench.now().find(model::ObjectRef(vm))});
        model::Vm seen = *bench.now().find(vm);
        QVERIFY(seen.oldestSnapshot.has_value());
        bench.clock.advance(70min);
        QVERIFY(isTriggered());
    }

    void settingsAreKeptSealedAndSecretsAreNeverShown()
    {
        Bench bench;
        const auto set = done(bench, u"notification.set"_s,
                              {{u"channel"_s, u"email"_s},
                               {u"server"_s, u"mail.example.org"_s},
                               {u"user"_s, u"vigie"_s},
                               {u"password"_s, u"open sesame"_s},
                               {u"sender"_s, u"vigie@example.org"_s},
                               {u"language"_s, u"fr"_s}});
        QVERIFY(set);
        QCOMPARE(set->state, model::TaskState::Succeeded);
        QVERIFY(!QJsonDocument(set->parameters).toJson().contains("sesame"));
        const auto kept = waitFor(bench.clock, bench.store.secrets(u"notification/"_s));
        QVERIFY(kept && kept->size() == 1 && !kept->cbegin().value().contains("sesame"));
        bench.begin();
        const auto &access = bench.core->notifications().access();
        QCOMPARE(access.password, u"open sesame"_s);
        QCOMPARE(access.settings.language, u"fr"_s);
        QVERIFY(access.settings.hasPassword);
        const auto moved = done(bench, u"notification.set"_s,
                                {{u"channel"_s, u"email"_s}, {u"server"_s, u"elsewhere.example.org"_s}});
        QVERIFY(moved && moved->state == model::TaskState::Succeeded);
        QVERIFY(bench.core->notifications().access().password.isEmpty()); // another server has not earned it
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("parameters");
        const QJsonObject mailServer{{u"channel"_s, u"email"_s}};
        const auto row = [](const char *name, QJsonObject all, const QString &member,
                            const QJsonValue &value) {
            all.insert(member, value);
            QTest::newRow(name) << all;
        };
        row("a header in the sender", mailServer, u"sender"_s, u"a@b.org\r\nBcc: c@d.org"_s);
        row("a path for a server", mailServer, u"server"_s, u"mail/../x"_s);
        row("an option for a server", mailServer, u"server"_s, u"-x"_s);
        row("a port beyond", mailServer, u"port"_s, 65536);
        row("another language", mailServer, u"language"_s, u"de"_s);
        row("an empty password", mailServer, u"password"_s, u""_s);
        row("a line in the user", mailServer, u"user"_s, u"a\nb"_s);
        row("a mail server for webhooks", {{u"channel"_s, u"webhook"_s}}, u"server"_s, u"mail"_s);
        row("a key for mail", mailServer, u"key"_s, u"k"_s);
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(const QJsonObject, parameters);
        Bench bench;
        const auto task = done(bench, u"notification.set"_s, parameters);
        QVERIFY(!task || task->state == model::TaskState::Failed);
        QCOMPARE((task ? *task->error : task.error()).code, u"base.invalid-argument"_s);
    }

    void aPasswordDoesNotGoInTheClear()
    {
        Bench bench;
        const auto task = done(bench, u"notification.set"_s,
                               {{u"channel"_s, u"email"_s},
                                {u"security"_s, u"none"_s},
                                {u"user"_s, u"vigie"_s},
                                {u"password"_s, u"open sesame"_s}});
        QVERIFY(!task || task->state == model::TaskState::Failed);
    }

    void aTestIsSentOnceAndItsFailureIsTheTasks()
    {
        Bench bench;
        const QJsonObject parameters{{u"channel"_s, u"email"_s}, {u"target"_s, ops}};
        const auto sent = done(bench, u"notification.test"_s, parameters);
        QVERIFY(sent && sent->state == model::TaskState::Succeeded);
        QVERIFY(bench.notifier.told.back().delivery.notices.front().isTest);
        bench.notifier.failures.insert(ops, Error(notification::errors::NoMailServer));
        const auto failed = done(bench, u"notification.test"_s, parameters);
        QVERIFY(failed && failed->state == model::TaskState::Failed);
        QVERIFY(failed->error->is(notification::errors::NoMailServer));
        bench.clock.advance(10min);
        QCOMPARE(bench.notifier.told.size(), 2U);
        for (const QString &target :
             {u"not an address"_s, u"a@b.org, c@d.org"_s, u"a@b.org\nBcc: x@y.org"_s}) {
            const auto refused =
                bench.ask(u"notification.test"_s, {{u"channel"_s, u"email"_s}, {u"target"_s, target}});
            QVERIFY2(!refused, qPrintable(target));
        }
    }

    void anActionIsOfItsChannel_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("isSound");
        QTest::newRow("https") << u"webhook"_s << u"https://hooks.example.org/a?b=c"_s << true;
        QTest::newRow("http") << u"webhook"_s << u"http://hooks.example.org/a"_s << false;
        QTest::newRow("file") << u"webhook"_s << u"file:///etc/passwd"_s << false;
        QTest::newRow("a user in it") << u"webhook"_s << u"https://a:b@example.org/"_s << false;
        QTest::newRow("script") << u"script"_s << u"page.sh"_s << true;
        QTest::newRow("up and away") << u"script"_s << u"../../bin/sh"_s << false;
        QTest::newRow("hidden") << u"script"_s << u".profile"_s << false;
        QTest::newRow("a shell's words") << u"script"_s << u"a;rm -rf x"_s << false;
        QTest::newRow("address") << u"email"_s << u"ops+night@example.org"_s << true;
        QTest::newRow("a name") << u"email"_s << u"Ops <ops@example.org>"_s << false;
    }
    void anActionIsOfItsChannel()
    {
        QFETCH(const QString, channel);
        QFETCH(const QString, target);
        QFETCH(const bool, isSound);
        Bench bench;
        const QJsonArray actions{QJsonObject{{u"channel"_s, channel}, {u"target"_s, target}}};
        const auto made = done(bench, u"alarm-definition.create"_s,
                               {{u"object"_s, u"root"_s},
                                {u"name"_s, u"Crash"_s},
                                {u"appliesTo"_s, u"vm"_s},
                                {u"code"_s, u"vm.crashed"_s},
                                {u"actions"_s, actions}});
        QCOMPARE(made && made->state == model::TaskState::Succeeded, isSound);
    }
};

QTEST_GUILESS_MAIN(AlarmActionsTest)
#include "alarmactionstest.moc"
