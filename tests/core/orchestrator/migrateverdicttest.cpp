// SPDX-License-Identifier: GPL-3.0-or-later
// What two hosts show of a migrating VM, and what it means; a guest that outruns the copy; who waits for
// whom. Pure.
#include "core/orchestrator/migration/admission.h"
#include "core/orchestrator/migration/convergence.h"
#include "core/orchestrator/migration/verdict.h"

#include <QTest>

using namespace core;
using namespace core::orchestrator;
using hypervisor::MigrationFigures;
using model::PowerState;

namespace {

Sighting silent()
{
    return {};
}
Sighting absent()
{
    return {.answers = true};
}
Sighting shows(PowerState state)
{
    return {.answers = true, .state = state};
}

} // namespace

Q_DECLARE_METATYPE(Sighting)

class MigrateVerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBothHostsShowSaysHowItEnded_data()
    {
        QTest::addColumn<Sighting>("source");
        QTest::addColumn<Sighting>("destination");
        QTest::addColumn<Verdict>("verdict");
        const Sighting runs = shows(PowerState::Running);
        const Sighting frozen = shows(PowerState::Paused);
        const Sighting off = shows(PowerState::Off);
        Sighting leaving = runs;
        leaving.isLeaving = true;
        QTest::newRow("leaving") << leaving << frozen << Verdict::UnderWay;
        QTest::newRow("moved") << absent() << runs << Verdict::Moved;
        QTest::newRow("moved, source defined") << off << runs << Verdict::MovedSourceDefined;
        QTest::newRow("moved, source silent") << silent() << runs << Verdict::MovedSourceSilent;
        QTest::newRow("stayed") << runs << absent() << Verdict::Stayed;
        QTest::newRow("stayed, the prepared one still there") << runs << frozen << Verdict::Stayed;
        QTest::newRow("stayed, destination lost") << runs << silent() << Verdict::Stayed;
        QTest::newRow("switching") << frozen << runs << Verdict::Unclear;
        QTest::newRow("about to switch") << frozen << frozen << Verdict::Unclear;
        QTest::newRow("frozen, alone") << frozen << absent() << Verdict::FrozenAtSource;
        QTest::newRow("frozen, destination lost") << frozen << silent() << Verdict::Unclear;
        QTest::newRow("arrived frozen") << absent() << frozen << Verdict::FrozenAtDestination;
        QTest::newRow("twice") << runs << runs << Verdict::Twice;
        QTest::newRow("ended on the source") << off << absent() << Verdict::Ended;
        QTest::newRow("ended on the destination") << absent() << off << Verdict::EndedAtDestination;
        QTest::newRow("gone") << absent() << absent() << Verdict::Gone;
        QTest::newRow("source lost") << silent() << absent() << Verdict::Unclear;
        QTest::newRow("source lost, prepared") << silent() << frozen << Verdict::Unclear;
        QTest::newRow("both lost") << silent() << silent() << Verdict::Unclear;
        QTest::newRow("source empty, destination lost") << absent() << silent() << Verdict::Unclear;
    }
    void whatBothHostsShowSaysHowItEnded()
    {
        QFETCH(Sighting, source);
        QFETCH(Sighting, destination);
        QFETCH(Verdict, verdict);
        QCOMPARE(judge(source, destination, false), verdict);
    }

    void aPausedVmIsAtWorkWhereItIsPaused()
    {
        const Sighting paused = shows(PowerState::Paused);
        QCOMPARE(judge(absent(), paused, true), Verdict::Moved);
        QCOMPARE(judge(paused, absent(), true), Verdict::Stayed);
        QCOMPARE(judge(paused, paused, true), Verdict::Unclear); // the one on its way, or the one left
        QCOMPARE(judge(silent(), paused, true), Verdict::Unclear); // prepared only, for all one knows
    }

    void passesThatShrinkAreLeftAlone()
    {
        ConvergenceState state;
        for (int pass = 1; pass <= 20; ++pass) {
            const auto step = converge(state, figures(pass, 1000 - 50 * (pass - 1)), {});
            QCOMPARE(step.action, ConvergenceAction::GoOn);
            state = step.next;
        }
    }

    void passesThatDoNotShrinkAllowMoreAndMoreThenEndIt()
    {
        const ConvergencePolicy policy;
        ConvergenceState state;
        std::vector<Duration> allowed;
        int pass = 0;
        for (; pass < 100; ++pass) {
            const auto step = converge(state, figures(pass + 1, 1000), policy);
            state = step.next;
            if (step.action == ConvergenceAction::AllowDowntime)
                allowed.push_back(step.downtime);
            if (step.action == ConvergenceAction::GiveUp)
                break;
        }
        QCOMPARE(allowed, policy.downtimes);
        const auto rungs = static_cast<int>(policy.downtimes.size());
        QCOMPARE(pass, rungs * policy.passesForMore + policy.passesToGiveUp);
    }

    void theSamePassTwiceCountsOnce()
    {
        const auto first = converge({}, figures(1, 1000), {});
        const auto again = converge(first.next, figures(1, 900), {});
        QCOMPARE(again.next, first.next);
    }

    void passesThatWentByBetweenTwoLooksCount()
    {
        const auto first = converge({}, figures(1, 1000), {});
        const auto later = converge(first.next, figures(3, 1000), {});
        QCOMPARE(later.action, ConvergenceAction::AllowDowntime);
    }

    void noMoreAtOnceThanTheLimitsAllow()
    {
        std::vector<MigrationClaim> waiting;
        for (int i = 0; i < 6; ++i)
            waiting.push_back(claim(m_a, m_b, i));
        QCOMPARE(admissible(waiting, {}, {}, later(10)).size(), 4U); // of the network
        QCOMPARE(admissible(waiting, {claim(m_c, m_b, 0)}, {}, later(10)).size(), 3U);
        MigrationLimits wide{.network = 100};
        QCOMPARE(admissible(waiting, {}, wide, later(10)).size(), 6U);
        wide.host = 5;
        QCOMPARE(admissible(waiting, {}, wide, later(10)).size(), 5U);
    }

    void theUrgentComeFirstAndNobodyWaitsForEver()
    {
        const MigrationLimits one{.network = 1};
        std::vector<MigrationClaim> waiting{claim(m_a, m_b, 0), claim(m_a, m_b, 1)};
        waiting[1].priority = model::MigrationPriority::High;
        QCOMPARE(admissible(waiting, {}, one, later(2)), std::vector{waiting[1].vm});
        waiting[0].priority = model::MigrationPriority::Low;
        waiting[1].since = later(600'000); // the other one has waited ten minutes by now
        QCOMPARE(admissible(waiting, {}, one, later(600'001)), std::vector{waiting[0].vm});
    }

    void whoMustWaitIsNotOvertakenOnItsHostsButOthersGoOn()
    {
        const MigrationLimits one{.network = 1};
        const std::vector<MigrationClaim> waiting{claim(m_b, m_c, 0), claim(m_c, m_d, 1), claim(m_e, m_f, 2)};
        // a → b runs: the first waits for b, the second would take c from it, the third has nothing to do with them.
        QCOMPARE(admissible(waiting, {claim(m_a, m_b, 0)}, one, later(10)), std::vector{waiting[2].vm});
    }

    void migrationsThatCrossReserveBothHostsAtOnce()
    {
        const MigrationLimits one{.network = 1};
        const std::vector<MigrationClaim> crossing{claim(m_a, m_b, 0), claim(m_b, m_a, 1)};
        QCOMPARE(admissible(crossing, {}, one, later(10)), std::vector{crossing[0].vm});
    }

private:
    static Monotonic later(int milliseconds) { return Monotonic(Duration(milliseconds)); }
    static MigrationClaim claim(HostId from, HostId to, int since)
    {
        return {.vm = VmId::random(), .from = from, .to = to, .datastores = {}, .since = later(since)};
    }
    const HostId m_a = HostId::random();
    const HostId m_b = HostId::random();
    const HostId m_c = HostId::random();
    const HostId m_d = HostId::random();
    const HostId m_e = HostId::random();
    const HostId m_f = HostId::random();

    static MigrationFigures figures(int pass, qint64 remaining)
    {
        return {.pass = pass, .total = Bytes(1000), .remaining = Bytes(remaining)};
    }
};

QTEST_GUILESS_MAIN(MigrateVerdictTest)
#include "migrateverdicttest.moc"
