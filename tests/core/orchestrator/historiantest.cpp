// SPDX-License-Identifier: GPL-3.0-or-later
// The load beyond the last hour goes to the database, step by step, and is made up for when that could not be written.
#include "core/orchestrator/historian.h"
#include "core/simulation/simulatedclock.h"
#include "tests/support/memorystore.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace core;
using namespace core::orchestrator;

namespace {

/// One VM that is busy all the time, read each 20 s.
struct Bench {
    tests::MemoryStore store;
    simulation::SimulatedClock clock;
    LiveInventory inventory;
    PerformanceBoard board{clock, inventory, 20s};
    Historian historian{clock, store, board};
    HostId host = HostId::random();
    model::Vm vm{.id = VmId::random(), .name = u"web"_s, .state = model::PowerState::Running, .cpuCount = 1};
    std::chrono::nanoseconds cpuTime{0};

    Bench()
    {
        inventory.put(model::Host{.id = host, .name = u"h1"_s});
        inventory.put(vm);
    }

    /// As busy as that.
    void pass(Duration time, double ratio)
    {
        for (const Instant end = clock.now() + time; clock.now() < end;) {
            clock.advance(20s);
            cpuTime += std::chrono::duration_cast<std::chrono::nanoseconds>(20s * ratio);
            const model::VmSample sample{.vm = vm.id, .cpus = 1, .cpuTime = cpuTime};
            board.take(host, {.time = clock.now(), .vms = {sample}});
        }
    }

    [[nodiscard]] std::vector<model::HistoryBucket> kept(Duration interval) const
    {
        std::vector<model::HistoryBucket> found;
        std::ranges::copy_if(store.buckets, std::back_inserter(found),
                             [&](const model::HistoryBucket &each) { return each.interval == interval; });
        return found;
    }
};

float cpuOf(const model::HistoryBucket &bucket)
{
    return bucket.rows.front().values[static_cast<size_t>(model::Counter::CpuUsageRatio)];
}

} // namespace

class HistorianTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFiveMinutesTheAveragesAreKept()
    {
        Bench bench;
        bench.clock.advance(performance::stepOf(bench.clock.now(), 5min) + 5min - bench.clock.now());
        const Instant begun = bench.clock.now();
        bench.historian.start();
        bench.pass(10min, 0.25);
        bench.pass(1min, 0.75);
        const auto steps = bench.kept(5min);
        QCOMPARE(steps.size(), 2U);
        QCOMPARE(steps.at(0).start, begun);
        QCOMPARE(steps.at(1).start, begun + 5min);
        for (const model::HistoryBucket &step : steps) {
            QCOMPARE(step.rows.size(), 1U);
            QVERIFY(step.rows.front().object == model::ObjectRef(bench.vm.id));
            QCOMPARE(cpuOf(step), 0.25F);
        }
    }

    void coarserStepsAreMadeOfFinerOnes()
    {
        Bench bench;
        bench.clock.advance(performance::stepOf(bench.clock.now(), 2h) + 2h - bench.clock.now());
        const Instant begun = bench.clock.now();
        bench.historian.start();
        bench.pass(1h, 0.2);
        bench.pass(1h + 1min, 0.4);
        QCOMPARE(bench.kept(5min).size(), 24U);
        const auto halfHours = bench.kept(30min);
        QCOMPARE(halfHours.size(), 4U);
        QCOMPARE(cpuOf(halfHours.front()), 0.2F);
        QCOMPARE(cpuOf(halfHours.back()), 0.4F);
        const auto coarse = bench.kept(2h);
        QCOMPARE(coarse.size(), 1U);
        QCOMPARE(coarse.front().start, begun);
        QVERIFY(std::abs(cpuOf(coarse.front()) - 0.3F) < 0.001F);
    }

    void whatCouldNotBeWrittenIsMadeUpFor()
    {
        Bench bench;
        bench.clock.advance(performance::stepOf(bench.clock.now(), 5min) + 5min - bench.clock.now());
        const Instant begun = bench.clock.now();
        bench.historian.start();
        bench.store.full = true;
        bench.pass(20min, 0.5);
        QVERIFY(bench.store.buckets.empty());
        bench.store.full = false;
        bench.pass(6min, 0.5);
        const auto steps = bench.kept(5min);
        QCOMPARE(steps.size(), 5U);
        for (size_t i = 0; i < steps.size(); ++i)
            QCOMPARE(steps.at(i).start, begun + static_cast<int>(i) * 5min);
    }

    void whatNobodyMeasuredLeavesNothing()
    {
        Bench bench;
        bench.historian.start();
        bench.clock.advance(1h);
        QVERIFY(bench.store.buckets.empty());
    }

    void whatIsTooOldGoesEachHour()
    {
        Bench bench;
        bench.historian.start();
        bench.clock.advance(10min);
        QCOMPARE(bench.store.pruned, 1);
        bench.clock.advance(30min);
        QCOMPARE(bench.store.pruned, 1);
        bench.clock.advance(30min);
        QCOMPARE(bench.store.pruned, 2);
    }
};

QTEST_GUILESS_MAIN(HistorianTest)
#include "historiantest.moc"
