// SPDX-License-Identifier: GPL-3.0-or-later
// When an alarm goes off and when it ends: bounds, how long, hysteresis, what is not known, and where a definition holds.
#include "core/performance/alarms.h"

#include <QTest>

using namespace core;
using namespace core::performance;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::AlarmDefinition;
using model::AlarmMeasure;
using model::AlarmTrigger;
using model::Severity;

namespace {

template <class T>
model::Object object(T value)
{
    return std::make_shared<const T>(std::move(value));
}

const Instant today{std::chrono::hours(24 * 365 * 60)};

/// A machine at work, watched for its processors: yellow from 75 %, red from 90 %, after five minutes.
struct Watched {
    AlarmDefinition definition{.id = AlarmDefinitionId::random(),
                               .trigger = AlarmTrigger::Threshold,
                               .measure = AlarmMeasure::CpuUsageRatio,
                               .warning = 0.75,
                               .alert = 0.9,
                               .holds = 5min,
                               .hysteresis = 0.05};
    model::Vm vm{.id = VmId::random(), .name = u"web"_s, .state = model::PowerState::Running};
    AlarmStanding standing;
    Moment now{1h};

    std::optional<Severity> after(Duration time, const std::optional<double> &value)
    {
        now += time;
        const Beyond there = beyond(definition, object(vm), value, standing.level, today);
        standing = step(definition, there, standing, now);
        return standing.level;
    }
};

} // namespace

class AlarmsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoadMustLastBeforeItIsAnAlarm()
    {
        Watched watched;
        QVERIFY(!watched.after(0s, 0.8));
        QCOMPARE(dueAt(watched.definition, watched.standing), std::optional<Moment>(watched.now + 5min));
        QVERIFY(!watched.after(4min + 59s, 0.8));
        QCOMPARE(watched.after(1s, 0.8), std::optional(Severity::Warning));
        QVERIFY(!dueAt(watched.definition, watched.standing));
    }

    void aBreakBeginsTheTimeAnew()
    {
        Watched watched;
        QVERIFY(!watched.after(0s, 0.8));
        QVERIFY(!watched.after(3min, 0.74));
        QVERIFY(!watched.after(1s, 0.8));
        QVERIFY(!watched.after(4min, 0.8));
        QCOMPARE(watched.after(1min, 0.8), std::optional(Severity::Warning));
    }

    void whatIsRedLongEnoughIsRedAtOnceAndFallsByDegrees()
    {
        Watched watched;
        QVERIFY(!watched.after(0s, 0.95));
        QCOMPARE(watched.after(5min, 0.95), std::optional(Severity::Alert));
        QCOMPARE(watched.after(20s, 0.86), std::optional(Severity::Alert)); // above 0.9 - 0.05
        QCOMPARE(watched.after(20s, 0.84), std::optional(Severity::Warning));
        QCOMPARE(watched.after(20s, 0.71), std::optional(Severity::Warning)); // above 0.75 - 0.05
        QVERIFY(!watched.after(20s, 0.69));
    }

    void yellowTurnsRedOnlyWhenTheRedHasLasted()
    {
        Watched watched;
        QVERIFY(!watched.after(0s, 0.8));
        QCOMPARE(watched.after(5min, 0.95), std::optional(Severity::Warning));
        QCOMPARE(watched.after(4min, 0.95), std::optional(Severity::Warning));
        QCOMPARE(watched.after(1min, 0.95), std::optional(Severity::Alert));
    }

    void whatIsNotKnownChangesNothing()
    {
        Watched watched;
        QVERIFY(!watched.after(0s, 0.8));
        QVERIFY(!watched.after(1min, std::nullopt));
        QCOMPARE(watched.after(4min, 0.8), std::optional(Severity::Warning));
        watched.vm.stale = true; // its host does not answer
        QCOMPARE(watched.after(1h, 0.0), std::optional(Severity::Warning));
        watched.vm.stale = false;
        watched.vm.state = model::PowerState::Off; // what is off has no load
        QVERIFY(!watched.after(1s, std::nullopt));
    }

    void oneBoundIsEnough()
    {
        Watched watched;
        watched.definition.warning.reset();
        watched.definition.holds = 0s;
        QVERIFY(!watched.after(0s, 0.89));
        QCOMPARE(watched.after(1s, 0.9), std::optional(Severity::Alert));
        QVERIFY(!watched.after(1s, 0.8));
    }

    void aStateIsAnAlarmAsLongAsItLasts()
    {
        AlarmDefinition crashed{.code = u"vm.crashed"_s, .severity = Severity::Alert};
        model::Vm vm{.id = VmId::random(), .state = model::PowerState::Crashed};
        AlarmStanding standing = step(crashed, beyond(crashed, object(vm), {}, {}, today), {}, Moment(0s));
        QCOMPARE(standing.level, std::optional(Severity::Alert));
        vm.stale = true;
        QVERIFY(!beyond(crashed, object(vm), {}, standing.level, today).isKnown);
        vm.stale = false;
        vm.state = model::PowerState::Running;
        standing =
            step(crashed, beyond(crashed, object(vm), {}, standing.level, today), standing, Moment(1s));
        QCOMPARE(standing, AlarmStanding());
    }

    void eachStateIsOfItsOwnKind()
    {
        const model::Host silent{.id = HostId::random(), .state = model::HostState::NotResponding};
        const model::Host young{.id = HostId::random(), .state = model::HostState::Connecting};
        const model::Vm paused{
            .id = VmId::random(), .state = model::PowerState::Paused, .storageFailed = true};
        const model::Vm mute{.id = VmId::random(),
                             .state = model::PowerState::Running,
                             .agent = model::AgentState::NotConnected};
        const model::Datastore lost{.id = DatastoreId::random(), .accessible = false};
        QCOMPARE(holds(u"host.not-responding", object(silent), today), std::optional(true));
        QVERIFY(!holds(u"host.not-responding", object(young), today));
        QCOMPARE(holds(u"vm.storage-failed", object(paused), today), std::optional(true));
        QCOMPARE(holds(u"vm.agent-lost", object(paused), today), std::optional(false));
        QCOMPARE(holds(u"vm.agent-lost", object(mute), today), std::optional(true));
        QCOMPARE(holds(u"datastore.inaccessible", object(lost), today), std::optional(true));
        QCOMPARE(holds(u"vm.crashed", object(silent), today), std::optional(false));
    }

    void aShareIsOfTheWhole()
    {
        const model::Host host{.id = HostId::random(), .memory = Bytes(1000)};
        const model::Load load{.object = host.id, .cpuUsageRatio = 0.5, .memoryUsed = Bytes(250)};
        QCOMPARE(measured(AlarmMeasure::MemoryUsageRatio, object(host), load, today), std::optional(0.25));
        QCOMPARE(measured(AlarmMeasure::CpuUsageRatio, object(host), load, today), std::optional(0.5));
        QVERIFY(!measured(AlarmMeasure::MemoryUsageRatio, object(host), std::nullopt, today));
        model::Datastore datastore{.id = DatastoreId::random(), .capacity = Bytes(1000), .free = Bytes(251)};
        QCOMPARE(measured(AlarmMeasure::DatastoreUsageRatio, object(datastore), {}, today),
                 std::optional(0.749));
        datastore.capacity = Bytes(0); // not known is not full
        QVERIFY(!measured(AlarmMeasure::DatastoreUsageRatio, object(datastore), {}, today));
    }

    void aDefinitionHoldsAtAndBeneathItsObject()
    {
        model::Inventory inventory;
        const model::Datacenter here{.id = DatacenterId::random(), .name = u"here"_s};
        const model::Datacenter there{.id = DatacenterId::random(), .name = u"there"_s};
        const model::Host host{.id = HostId::random(), .name = u"h1"_s, .parent = here.id};
        const model::Vm vm{.id = VmId::random(), .name = u"web"_s, .host = host.id};
        inventory.put(here);
        inventory.put(there);
        inventory.put(host);
        inventory.put(vm);
        AlarmDefinition definition;
        QVERIFY(isInForce(definition, vm.id, inventory)); // at the root
        QVERIFY(!isInForce(definition, host.id, inventory)); // of another kind
        for (const model::ObjectRef &above :
             {model::ObjectRef(here.id), model::ObjectRef(host.id), model::ObjectRef(vm.id)}) {
            definition.object = above;
            QVERIFY(isInForce(definition, vm.id, inventory));
        }
        definition.object = there.id;
        QVERIFY(!isInForce(definition, vm.id, inventory));
        definition.object = here.id;
        definition.enabled = false;
        QVERIFY(!isInForce(definition, vm.id, inventory));
    }
};

QTEST_APPLESS_MAIN(AlarmsTest)
#include "alarmstest.moc"
