// SPDX-License-Identifier: GPL-3.0-or-later
#include "haruns.h"

#include <QDir>

using namespace hatest;

/// What each scenario of this folder promises, in their order.
class HaScenariosTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noScenarioBreaksAnInvariant_data();
    void noScenarioBreaksAnInvariant();
    void theSameSeedGivesTheSameRun();
    void aDeadHostsMachinesAreOnWithin25Seconds();
    void aDeadBmcIsNoProofAndNoEnd();
    void aPrimaryInTheMinorityGivesNoMoreOrders();
    void aMinoritysMachineIsRestartedInPlace();
    void anIsolatedHostKeepsItsMachines();
    void anIsolatedHostHandsItsMachinesOver();
    void aShortIsolationChangesNothing();
    void oneHostsLostDatastoreMovesItsMachinesOnly();
    void aDatastoreLostByAllStopsNothing();
    void aPermanentLossIsAnsweredAtOnce();
    void withoutQuorumNothingIsStopped();
    void slowCoordinationStopsNothing();
    void aSuccessorFinishesTheFailover();
    void aFlappingHostIsQuarantined();
    void aFailingStartIsTriedElsewhereAndLater();
    void theHighestPrioritiesGetTheRoom();
    void aStrictPairStaysApart();
    void aCrashLoopEndsInAttention();
    void aPausedHostsMachinesAreNotRunTwice();
    void softdogProvesNothing();
    void aBrokenWatchdogProvesNothing();
    void aSwitchThatRestartsStopsNothing();
    void aMigrationSurvivesItsSourceOrIsBegunAnew();
    void maintenanceAndDisarmAreRespected();
    void aFailedApplicationIsReset();
    void theWholeSiteComesBack();
    void aWishOutlivesThePrimary();
};

void HaScenariosTest::noScenarioBreaksAnInvariant_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &file : QDir(QStringLiteral(HA_SCENARIOS)).entryList({u"*.json"_s}))
        QTest::newRow(qPrintable(file)) << file.chopped(5);
}

void HaScenariosTest::noScenarioBreaksAnInvariant()
{
    QFETCH(const QString, name);
    for (quint64 seed = 1; seed <= 10; ++seed) {
        const Run run(name, seed);
        QVERIFY2(run.violations() == 0,
                 qPrintable(u"seed %1: "_s.arg(seed)
                            + QString::fromUtf8(
                                QJsonDocument(run.json().value("invariants"_L1).toObject()).toJson())));
    }
}

void HaScenariosTest::theSameSeedGivesTheSameRun()
{
    const auto bytes = [](quint64 seed) {
        return QJsonDocument(Run(u"11-primary-dies-during-a-failover"_s, seed).json()).toJson();
    };
    QCOMPARE(bytes(7), bytes(7));
    QVERIFY(bytes(7) != bytes(8));
}

void HaScenariosTest::aDeadHostsMachinesAreOnWithin25Seconds()
{
    const Run run(u"01-host-dies"_s);
    QCOMPARE(run.host(u"h2"_s), u"dead"_s);
    QVERIFY(run.told(u"host-dead"_s, u"h2"_s) <= 30 + 12.5);
    for (const QString &vm : run.of(u"h2"_s)) {
        QCOMPARE(run.state(vm), u"running"_s);
        QCOMPARE(run.proof(vm), u"bmc-off"_s);
        QCOMPARE(run.starts(vm).size(), 1);
        QVERIFY(run.since(vm) <= 30 + 25);
    }
    QCOMPARE(run.startsOfAll(), 10);
}

void HaScenariosTest::aDeadBmcIsNoProofAndNoEnd()
{
    const Run run(u"02-host-dies-with-its-bmc"_s);
    QVERIFY(run.told(u"fence-failed"_s, u"h2"_s) > 0);
    for (const QString &vm : run.of(u"h2"_s)) {
        QCOMPARE(run.proof(vm), u"watchdog-elapsed"_s);
        QVERIFY(run.since(vm) <= 30 + 75);
    }
}

void HaScenariosTest::aPrimaryInTheMinorityGivesNoMoreOrders()
{
    const Run run(u"03-primary-in-the-minority"_s);
    QCOMPARE(run.startsOfAll(), 0);
    QVERIFY(run.told(u"primary-resigned"_s, u"h1"_s) <= 30 + 5);
    const double elected = run.told(u"primary-elected"_s, {}, 30);
    QVERIFY(elected > 0 && elected <= 30 + 15);
    QVERIFY(run.told(u"host-partitioned"_s, u"h1"_s) > 0);
    QVERIFY(run.told(u"host-partitioned"_s, u"h2"_s) > 0);
    QCOMPARE(run.count(u"fence-ordered"_s), 0);
    QCOMPARE(run.host(u"h1"_s), u"live"_s);
}

void HaScenariosTest::aMinoritysMachineIsRestartedInPlace()
{
    const Run run(u"04-minority-vm-crashes"_s);
    QCOMPARE(run.startsOfAll(), 1);
    QCOMPARE(run.where(u"vm1"_s), u"h1"_s);
    QCOMPARE(run.proof(u"vm1"_s), u"same-host"_s);
    QVERIFY(run.since(u"vm1"_s) <= 60 + 5);
}

void HaScenariosTest::anIsolatedHostKeepsItsMachines()
{
    const Run run(u"05-isolated-leave"_s);
    QCOMPARE(run.startsOfAll(), 0);
    QCOMPARE(run.host(u"h3"_s), u"isolated"_s);
    const double declared = run.told(u"isolation-declared"_s, u"h3"_s);
    QVERIFY(declared > 0 && declared <= 30 + 30);
    for (const QString &vm : run.of(u"h3"_s))
        QCOMPARE(run.where(vm), u"h3"_s);
}

void HaScenariosTest::anIsolatedHostHandsItsMachinesOver()
{
    const Run run(u"06-isolated-shut-down"_s);
    QCOMPARE(run.state(u"vm3"_s), u"stopped"_s); // its own guest stopped it before
    QVERIFY(run.starts(u"vm3"_s).isEmpty());
    for (const QString &vm : {u"vm7"_s, u"vm11"_s}) {
        QCOMPARE(run.state(vm), u"running"_s);
        QVERIFY(run.where(vm) != u"h3"_s);
        QCOMPARE(run.proof(vm), u"host-said-stopped"_s);
        QVERIFY(run.since(vm) > 30 + 30);
    }
}

void HaScenariosTest::aShortIsolationChangesNothing()
{
    const Run run(u"06b-isolated-for-a-moment"_s);
    QVERIFY(run.told(u"isolation-declared"_s, u"h3"_s) > 0);
    QVERIFY(run.told(u"isolation-ended"_s, u"h3"_s) > 0);
    QCOMPARE(run.count(u"isolation-response"_s), 0);
    QCOMPARE(run.startsOfAll(), 0);
}

void HaScenariosTest::oneHostsLostDatastoreMovesItsMachinesOnly()
{
    const Run run(u"07-apd-on-one-host"_s);
    QCOMPARE(run.host(u"h2"_s), u"live"_s);
    for (const QString &vm : {u"vm2"_s, u"vm10"_s}) { // on ds1
        QVERIFY(run.where(vm) != u"h2"_s);
        QVERIFY(run.since(vm) >= 30 + 60);
        QCOMPARE(run.proof(vm), u"host-said-stopped"_s);
    }
    for (const QString &vm : {u"vm6"_s, u"vm14"_s}) { // on ds2
        QCOMPARE(run.where(vm), u"h2"_s);
        QVERIFY(run.starts(vm).isEmpty());
    }
}

void HaScenariosTest::aDatastoreLostByAllStopsNothing()
{
    const Run back(u"08-datastore-gone-for-all"_s);
    QCOMPARE(back.startsOfAll(), 0);
    for (const QString &vm : back.all())
        QCOMPARE(back.state(vm), u"running"_s);
    const Run gone(u"08b-datastore-stays-gone"_s);
    QCOMPARE(gone.startsOfAll(), 0);
    QCOMPARE(gone.state(u"vm1"_s), u"waiting"_s);
    QCOMPARE(gone.waiting(u"vm1"_s), u"storage"_s);
    QCOMPARE(gone.count(u"fence-ordered"_s), 0);
    QCOMPARE(gone.count(u"vm-evicted"_s), 0);
}

void HaScenariosTest::aPermanentLossIsAnsweredAtOnce()
{
    const Run run(u"08c-pdl-on-one-host"_s);
    QVERIFY(run.where(u"vm2"_s) != u"h2"_s);
    QVERIFY(run.since(u"vm2"_s) <= 30 + 10);
}

void HaScenariosTest::withoutQuorumNothingIsStopped()
{
    const Run run(u"09-etcd-down-half-an-hour"_s);
    QVERIFY(run.told(u"primary-resigned"_s) <= 30 + 15);
    QCOMPARE(run.where(u"vm1"_s), u"h1"_s);
    QVERIFY(run.starts(u"vm1"_s).size() == 1 && run.since(u"vm1"_s) <= 100 + 5);
    for (const QString &vm : run.of(u"h3"_s)) {
        QCOMPARE(run.state(vm), u"running"_s);
        QVERIFY(run.since(vm) >= 1830 && run.since(vm) <= 1830 + 30 + 15);
    }
    for (const QString &vm : run.of(u"h2"_s) + run.of(u"h4"_s))
        QVERIFY(run.starts(vm).isEmpty());
}

void HaScenariosTest::slowCoordinationStopsNothing()
{
    const Run run(u"10-etcd-slow"_s);
    QCOMPARE(run.startsOfAll(), 0);
    QCOMPARE(run.count(u"fence-ordered"_s), 0);
}

void HaScenariosTest::aSuccessorFinishesTheFailover()
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        const Run run(u"11-primary-dies-during-a-failover"_s, seed);
        QCOMPARE(run.violations(), 0);
        for (const QString &vm : run.all()) {
            QCOMPARE(run.state(vm), u"running"_s);
            QVERIFY(run.where(vm) != u"h1"_s && run.where(vm) != u"h2"_s);
        }
    }
}

void HaScenariosTest::aFlappingHostIsQuarantined()
{
    const Run run(u"12-flapping-host"_s);
    QVERIFY(run.told(u"host-quarantined"_s, u"h3"_s) > 0);
    QVERIFY(run.count(u"fence-proved"_s, u"h3"_s) <= 3 + 2); // the first three, and what it falls afterwards
    for (const QString &vm : run.all())
        QVERIFY(run.starts(vm).size() <= 2);
}

void HaScenariosTest::aFailingStartIsTriedElsewhereAndLater()
{
    const Run run(u"13-start-fails"_s);
    QCOMPARE(run.count(u"vm-start-failed"_s, u"vm2"_s), 3);
    QCOMPARE(run.state(u"vm2"_s), u"running"_s);
    QCOMPARE(run.starts(u"vm2"_s).last().toObject().value("attempt"_L1).toInt(), 4);
    QVERIFY(run.since(u"vm6"_s) <= 30 + 25); // the others do not wait for it
}

void HaScenariosTest::theHighestPrioritiesGetTheRoom()
{
    const Run run(u"14-not-enough-capacity"_s);
    for (int vm = 1; vm <= 20; ++vm) { // vm1 to vm4 are the lowest, vm17 to vm20 the highest
        const QString name = u"vm%1"_s.arg(vm);
        QCOMPARE(run.state(name), u"running"_s);
        if (vm > 8)
            QVERIFY(run.since(name) <= 30 + 25);
        else
            QVERIFY(run.since(name) >= 120 && run.since(name) <= 120 + 30);
    }
    QVERIFY(run.told(u"vm-waiting"_s, u"vm1"_s) > 0);
    QVERIFY(run.told(u"capacity-short"_s, u"h3"_s) < 30); // admission control had said so before
}

void HaScenariosTest::aStrictPairStaysApart()
{
    const Run strict(u"15-anti-affinity"_s);
    QCOMPARE(strict.where(u"vm2"_s), u"h2"_s);
    QCOMPARE(strict.starts(u"vm1"_s).size(), 1);
    QCOMPARE(strict.starts(u"vm1"_s).first().toObject().value("host"_L1).toString(), u"h3"_s);
    QCOMPARE(strict.waiting(u"vm1"_s), u"rule"_s);
    const Run preferred(u"15b-preferred-anti-affinity"_s);
    QCOMPARE(preferred.where(u"vm1"_s), u"h2"_s);
    QCOMPARE(preferred.where(u"vm2"_s), u"h2"_s);
}

void HaScenariosTest::aCrashLoopEndsInAttention()
{
    const Run run(u"16-crash-loop"_s);
    QCOMPARE(run.state(u"vm1"_s), u"failed"_s);
    QCOMPARE(run.vm(u"vm1"_s).value("resets"_L1).toInt(), 3);
    QVERIFY(run.told(u"vm-attention"_s, u"vm1"_s) > 0);
}

void HaScenariosTest::aPausedHostsMachinesAreNotRunTwice()
{
    const Run run(u"17-host-paused"_s);
    for (const QString &vm : run.of(u"h2"_s)) {
        QCOMPARE(run.proof(vm), u"watchdog-elapsed"_s);
        QVERIFY(run.where(vm) != u"h2"_s);
    }
}

void HaScenariosTest::softdogProvesNothing()
{
    const Run fenced(u"17b-paused-with-softdog"_s);
    for (const QString &vm : fenced.of(u"h2"_s))
        QCOMPARE(fenced.proof(vm), u"bmc-off"_s);
    const Run unproved(u"17c-paused-without-proof"_s);
    QVERIFY(unproved.told(u"vm-waiting"_s, u"vm2"_s) > 0);
    for (const QString &vm :
         unproved.of(u"h2"_s)) // when it goes on, softdog ends it, and then it can say so itself
        QVERIFY(unproved.since(vm) > 390);
}

void HaScenariosTest::aBrokenWatchdogProvesNothing()
{
    const Run run(u"18-watchdog-broken"_s);
    for (const QString &vm : run.of(u"h2"_s))
        QCOMPARE(run.proof(vm), u"bmc-off"_s);
    QVERIFY(run.told(u"watchdog-degraded"_s, u"h2"_s) > 0);
    const Run late(u"18b-watchdog-broken-bmc-dead"_s);
    for (const QString &vm : late.of(u"h2"_s)) {
        QCOMPARE(late.proof(vm), u"bmc-off"_s);
        QVERIFY(late.since(vm) > 120);
    }
}

void HaScenariosTest::aSwitchThatRestartsStopsNothing()
{
    const Run run(u"19-whole-network-lost"_s);
    QCOMPARE(run.startsOfAll(), 0);
    QCOMPARE(run.count(u"isolation-response"_s), 0);
    QCOMPARE(run.count(u"fence-ordered"_s), 0);
    for (const QString &host : {u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s})
        QCOMPARE(run.host(host), u"live"_s);
}

void HaScenariosTest::aMigrationSurvivesItsSourceOrIsBegunAnew()
{
    const Run before(u"20-source-dies-before-hand-over"_s);
    QCOMPARE(before.starts(u"vm1"_s).size(), 1);
    QCOMPARE(before.proof(u"vm1"_s), u"bmc-off"_s);
    QCOMPARE(before.state(u"vm1"_s), u"running"_s);
    const Run after(u"20b-source-dies-after-hand-over"_s);
    QVERIFY(after.starts(u"vm1"_s).isEmpty());
    QCOMPARE(after.where(u"vm1"_s), u"h3"_s);
}

void HaScenariosTest::maintenanceAndDisarmAreRespected()
{
    const Run run(u"20c-maintenance-and-disarmed"_s);
    QCOMPARE(run.host(u"h3"_s), u"maintenance"_s);
    QVERIFY(run.told(u"disarmed"_s, u"h2"_s) > 0);
    for (const QString &vm : run.of(u"h2"_s)) {
        QCOMPARE(run.state(vm), u"running"_s);
        QVERIFY(run.since(vm) >= 120);
        QVERIFY(run.where(vm) != u"h3"_s);
    }
}

void HaScenariosTest::aFailedApplicationIsReset()
{
    const Run app(u"21-application-fails"_s);
    QCOMPARE(app.vm(u"vm1"_s).value("resets"_L1).toInt(), 1);
    const double at = app.told(u"vm-reset"_s, u"vm1"_s);
    QVERIFY(at >= 60 + 30 && at <= 60 + 35);
    const Run guest(u"21b-guest-hangs"_s);
    QCOMPARE(guest.vm(u"vm1"_s).value("resets"_L1).toInt(), 1);
}

void HaScenariosTest::theWholeSiteComesBack()
{
    const Run run(u"22-black-start"_s);
    QCOMPARE(run.count(u"fence-ordered"_s), 0); // nobody is ordered off while it still boots
    for (const QString &vm : run.all()) {
        QCOMPARE(run.state(vm), u"running"_s);
        QVERIFY(run.since(vm) <= 300 + 40 + 45);
        QVERIFY(run.proof(vm) == u"same-host"_s || run.proof(vm) == u"host-said-stopped"_s);
    }
    QVERIFY(run.since(u"vm4"_s) >= run.since(u"vm1"_s) + 5); // which it depends on
}

void HaScenariosTest::aWishOutlivesThePrimary()
{
    const Run run(u"23-user-wishes-outlive-the-primary"_s);
    QCOMPARE(run.state(u"vm5"_s), u"running"_s);
    QVERIFY(run.since(u"vm5"_s) >= 80);
}

QTEST_APPLESS_MAIN(HaScenariosTest)
#include "scenariostest.moc"
