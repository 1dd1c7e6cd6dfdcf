// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters.h"
#include "core/drs/files.h"

#include <QJsonDocument>
#include <QTest>

using namespace drstest;

/// Whatever the cluster: a plan is possible step by step, breaks nothing, repeats itself and converges.
class DrsPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noStepBreaksAnything();
    void theSameAgainIsTheSamePlan();
    void aPlanCarriedOutLeavesNothingToDo();
    void noMoreMovesThanAllowed();
    void heldMachinesStay();
};

namespace {

constexpr std::uint32_t clusters = 300;

PlanOptions quickly(int moves = -1)
{
    return {.maxMoves = moves, .work = 600'000, .seed = 7};
}

} // namespace

void DrsPropertyTest::noStepBreaksAnything()
{
    std::size_t moves = 0;
    for (std::uint32_t seed = 1; seed <= clusters; ++seed) {
        const Instance instance = anyCluster(seed);
        const Plan found = plan(instance, quickly());
        Judge judge(instance);
        QSet<QString> known = judge.violations(found.faults);
        for (std::size_t i = 0; i < found.moves.size(); ++i) {
            const Move &move = found.moves[i];
            QCOMPARE(judge.where(move.machine), move.from);
            QVERIFY(move.from != move.to);
            QVERIFY(instance.hosts[at(move.to)].takesPart());
            for (const int first : move.prerequisites)
                QVERIFY(first >= 0 && at(first) < i);
            judge.move(move);
            ++moves;
            if (i + 1 < found.moves.size() && found.moves[i + 1].recommendation == move.recommendation)
                continue;
            const QSet<QString> now = judge.violations(found.faults);
            QVERIFY2((now - known).isEmpty(),
                     qPrintable(QStringLiteral("cluster %1, move %2: ").arg(seed).arg(i)
                                + QStringList((now - known).values()).join(QStringLiteral(", "))));
            known = now;
        }
        Instance after = instance;
        for (std::size_t i = 0; i < after.machines.size(); ++i)
            after.machines[i].host = judge.where(static_cast<int>(i));
        QVERIFY(std::abs(score(after) - found.scoreAfter) < 1e-6);
    }
    QVERIFY(moves > clusters); // the clusters do give something to do
}

void DrsPropertyTest::theSameAgainIsTheSamePlan()
{
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        const Instance instance = anyCluster(seed);
        const auto written = [&] {
            return QJsonDocument(toJson(plan(instance, quickly()), instance, {})).toJson();
        };
        QCOMPARE(written(), written());
    }
}

/// What could not be mended at first may have room after the first plan; then it is quiet.
void DrsPropertyTest::aPlanCarriedOutLeavesNothingToDo()
{
    for (std::uint32_t seed = 1; seed <= 100; ++seed) {
        Instance instance = anyCluster(seed);
        QList<qsizetype> moves;
        double reached = 0;
        for (int turn = 0; turn < 4; ++turn) {
            const Plan found = plan(instance, quickly());
            for (const Move &move : found.moves)
                instance.machines[at(move.machine)].host = move.to;
            moves.append(static_cast<qsizetype>(found.moves.size()));
            reached = found.scoreAfter;
        }
        const double target = targetOf(instance.config.threshold, static_cast<int>(instance.hosts.size()));
        if (reached <= target)
            QVERIFY2(moves.last() == 0, qPrintable(QStringLiteral("cluster %1").arg(seed)));
        else // nothing but small gains, fewer each time
            QVERIFY2(moves.last() <= std::max<qsizetype>(1, moves.first() / 2),
                     qPrintable(QStringLiteral("cluster %1: %2").arg(seed).arg(moves.last())));
    }
}

void DrsPropertyTest::noMoreMovesThanAllowed()
{
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const Instance instance = anyCluster(seed);
        for (const int most : {0, 1, 5})
            QVERIFY(plan(instance, quickly(most)).moves.size() <= at(most));
    }
}

void DrsPropertyTest::heldMachinesStay()
{
    for (std::uint32_t seed = 1; seed <= clusters; ++seed) {
        const Instance instance = anyCluster(seed);
        for (const Move &move : plan(instance, quickly()).moves) {
            const Machine &machine = instance.machines[at(move.machine)];
            QVERIFY(machine.automation != Automation::Disabled);
            if (move.priority == 1)
                continue; // what must be
            QVERIFY(machine.dirtyRate < 0.8 * instance.config.network);
            QVERIFY(machine.sinceMove >= 3'600);
            QVERIFY(instance.hosts[at(move.from)].statsAge < 120
                    && instance.hosts[at(move.to)].statsAge < 120);
        }
    }
}

QTEST_GUILESS_MAIN(DrsPropertyTest)
#include "propertytest.moc"
