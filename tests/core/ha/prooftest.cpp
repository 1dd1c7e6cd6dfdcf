// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/proof.h"
#include "core/ha/evidence.h"

#include <QTest>

using namespace core;
using namespace core::ha;
using namespace std::chrono_literals;

/// What is a proof and what is none. Each test names the one condition of core/ha/proof.cpp or evidence.cpp that it
/// falls with: take the condition out, and that test fails.
class HaProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // provesOff
    void anOffPowerReadTwiceAfterOurOrderIsAProof();
    void anOrderAloneIsNone(); // falls without `offReads >= 2`
    void oneReadIsNone(); // falls with `offReads >= 1`
    void readsWithoutAnOrderAreNone(); // falls without `isOrderedOff`
    void aBmcOfAHostThatWritesIsAnothers(); // falls without `!isStoreFresh`
    // provesFired
    void anArmedWatchdogHasFiredAfterItsTime();
    void notAMomentBefore(); // falls without any of petting, watchdog, margin
    void softdogNeverProves(); // falls without `== WatchdogKind::Hardware`
    void aWatchdogOfAnotherLifeProvesNothing(); // falls without `reported == known`
    // goneFrom
    void aFenceCoversItsLifeAndEarlierOnes();
    void aFenceDoesNotCoverALaterLife(); // falls without `fence.boot >= boot`
    void aHostsPromiseCounts();
    void
    silenceAboutAMachineIsNoPromise(); // falls when what is not listed counts as released in the same life
    void aPromiseForAnotherGenerationIsNone(); // falls without `said->generation == generation`
    void switchedOffByItsUserIsNoPromise(); // falls when Off counts as Released
    void aLaterLifeThatDoesNotRunItIsAProof();
    void aLaterLifeThatRunsItIsNone(); // falls without `mayRun`
    void anEarlierLifeSaysNothing(); // falls without `report->boot < boot`
    // proofFor
    void whatWasNotTakenKeepsItsProof();
    void aMigrationNeedsBothEnds(); // falls when either end is left out
    // verdictOf
    void onlySilenceEverywhereLooksDead_data();
    void onlySilenceEverywhereLooksDead();
    void aBmcThatSaysOffOfALivingHostIsAContradiction();
};

namespace {

constexpr VmRef vm{0};
constexpr BootId boot2{2};

HostReport reportOf(BootId boot, std::vector<VmReport> vms)
{
    return {.boot = boot, .sequence = 1, .watchdog = WatchdogKind::Hardware, .vms = std::move(vms)};
}

SilenceSight silent(Moment since)
{
    return {.watchdog = WatchdogKind::Hardware, .reported = boot2, .known = boot2, .watchedSince = since};
}

Proof gone(const HostReport &report, Fence fence = {})
{
    return goneFrom({fence, &report}, vm, boot2, 5);
}

} // namespace

void HaProofTest::anOffPowerReadTwiceAfterOurOrderIsAProof()
{
    QVERIFY(provesOff({.isOrderedOff = true, .offReads = 2}));
}

void HaProofTest::anOrderAloneIsNone()
{
    QVERIFY(!provesOff({.isOrderedOff = true}));
}

void HaProofTest::oneReadIsNone()
{
    QVERIFY(!provesOff({.isOrderedOff = true, .offReads = 1}));
}

void HaProofTest::readsWithoutAnOrderAreNone()
{
    QVERIFY(!provesOff({.offReads = 2}));
}

void HaProofTest::aBmcOfAHostThatWritesIsAnothers()
{
    QVERIFY(!provesOff({.isOrderedOff = true, .offReads = 2, .isStoreFresh = true}));
}

void HaProofTest::anArmedWatchdogHasFiredAfterItsTime()
{
    const Timings timings = timingsOf(Profile::Fast);
    QVERIFY(provesFired(silent(100s), timings, 100s + timings.petting + timings.watchdog + timings.margin));
}

void HaProofTest::notAMomentBefore()
{
    const Timings timings = timingsOf(Profile::Fast);
    QVERIFY(!provesFired(silent(100s), timings,
                         100s + timings.petting + timings.watchdog + timings.margin - 1ms));
    QCOMPARE(timings.petting + timings.watchdog + timings.margin, 23'000ms);
}

void HaProofTest::softdogNeverProves()
{
    for (const WatchdogKind kind : {WatchdogKind::Soft, WatchdogKind::None}) {
        SilenceSight sight = silent(0s);
        sight.watchdog = kind;
        QVERIFY(!provesFired(sight, timingsOf(Profile::Fast), 1h));
    }
}

void HaProofTest::aWatchdogOfAnotherLifeProvesNothing()
{
    SilenceSight sight = silent(0s);
    sight.known = BootId{3};
    QVERIFY(!provesFired(sight, timingsOf(Profile::Fast), 1h));
}

void HaProofTest::aFenceCoversItsLifeAndEarlierOnes()
{
    const HostReport running = reportOf(boot2, {{vm, 5, Condition::Running}});
    QCOMPARE(gone(running, {boot2, Proof::BmcOff}), Proof::BmcOff);
    QCOMPARE(gone(running, {BootId{3}, Proof::WatchdogElapsed}), Proof::WatchdogElapsed);
}

void HaProofTest::aFenceDoesNotCoverALaterLife()
{
    const HostReport running = reportOf(boot2, {{vm, 5, Condition::Running}});
    QCOMPARE(gone(running, {BootId{1}, Proof::BmcOff}), Proof::None);
}

void HaProofTest::aHostsPromiseCounts()
{
    QCOMPARE(gone(reportOf(boot2, {{vm, 5, Condition::Released}})), Proof::HostSaidStopped);
}

void HaProofTest::silenceAboutAMachineIsNoPromise()
{
    QCOMPARE(gone(reportOf(boot2, {})), Proof::None);
}

void HaProofTest::aPromiseForAnotherGenerationIsNone()
{
    QCOMPARE(gone(reportOf(boot2, {{vm, 4, Condition::Released}})), Proof::None);
}

void HaProofTest::switchedOffByItsUserIsNoPromise()
{
    QCOMPARE(gone(reportOf(boot2, {{vm, 5, Condition::Off}})), Proof::None);
}

void HaProofTest::aLaterLifeThatDoesNotRunItIsAProof()
{
    QCOMPARE(gone(reportOf(BootId{3}, {})), Proof::HostSaidStopped);
}

void HaProofTest::aLaterLifeThatRunsItIsNone()
{
    QCOMPARE(gone(reportOf(BootId{3}, {{vm, 0, Condition::Running}})), Proof::None);
}

void HaProofTest::anEarlierLifeSaysNothing()
{
    QCOMPARE(gone(reportOf(BootId{1}, {})), Proof::None);
    QCOMPARE(gone(reportOf(BootId{1}, {{vm, 5, Condition::Released}})), Proof::None);
}

void HaProofTest::whatWasNotTakenKeepsItsProof()
{
    const Owner assigned{
        .host = HostRef{1}, .boot = boot2, .generation = 6, .phase = Phase::Assigned, .proof = Proof::BmcOff};
    QCOMPARE(proofFor(assigned, vm, {}, {}), Proof::BmcOff);
}

void HaProofTest::aMigrationNeedsBothEnds()
{
    const Owner moving{.host = HostRef{0},
                       .boot = boot2,
                       .generation = 5,
                       .phase = Phase::Migrating,
                       .to = HostRef{1},
                       .toBoot = BootId{7}};
    const HostReport quiet = reportOf(BootId{7}, {});
    const HostReport promise = reportOf(BootId{7}, {{vm, 5, Condition::Released}});
    const HostSight dead{{boot2, Proof::BmcOff}, nullptr};
    QCOMPARE(proofFor(moving, vm, dead, {{}, &quiet}), Proof::None);
    QCOMPARE(proofFor(moving, vm, {}, {{}, &promise}), Proof::None);
    QCOMPARE(proofFor(moving, vm, dead, {{}, &promise}), Proof::BmcOff);
}

void HaProofTest::onlySilenceEverywhereLooksDead_data()
{
    QTest::addColumn<bool>("isHeard");
    QTest::addColumn<bool>("hasSession");
    QTest::addColumn<bool>("answersPing");
    QTest::addColumn<int>("store");
    QTest::addColumn<bool>("saysIsolated");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *name, bool heard, bool session, bool ping, StoreSight store,
                        bool isolated, Verdict verdict) {
        QTest::newRow(name) << heard << session << ping << int(store) << isolated << int(verdict);
    };
    row("all is well", true, true, true, StoreSight::Fresh, false, Verdict::Live);
    row("coordination out of reach", true, false, true, StoreSight::Stale, false, Verdict::PathBroken);
    row("only the link", false, true, false, StoreSight::Stale, false, Verdict::LinkBroken);
    row("only the agent", false, false, true, StoreSight::Stale, false, Verdict::AgentDown);
    row("isolated", false, false, false, StoreSight::Fresh, true, Verdict::Isolated);
    row("partitioned", false, false, false, StoreSight::Fresh, false, Verdict::Partitioned);
    row("not looked long enough", false, false, false, StoreSight::Looking, false, Verdict::Undecided);
    row("dead", false, false, false, StoreSight::Stale, false, Verdict::Dead);
    row("dead, as far as can be read", false, false, false, StoreSight::Unreadable, false, Verdict::Dead);
}

void HaProofTest::onlySilenceEverywhereLooksDead()
{
    QFETCH(const bool, isHeard);
    QFETCH(const bool, hasSession);
    QFETCH(const bool, answersPing);
    QFETCH(const int, store);
    QFETCH(const bool, saysIsolated);
    QFETCH(const int, verdict);
    const Evidence evidence{isHeard,      hasSession, answersPing, static_cast<StoreSight>(store),
                            saysIsolated, false};
    QCOMPARE(int(verdictOf(evidence)), verdict);
}

void HaProofTest::aBmcThatSaysOffOfALivingHostIsAContradiction()
{
    QCOMPARE(verdictOf({.store = StoreSight::Fresh, .isPowerOff = true}), Verdict::Contradiction);
}

QTEST_APPLESS_MAIN(HaProofTest)
#include "prooftest.moc"
