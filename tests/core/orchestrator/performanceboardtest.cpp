// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performanceboard.h"
#include "core/simulation/simulatedclock.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace core;
using namespace core::orchestrator;

namespace {

/// Two hosts, one running VM, and what is known of its uptime.
struct Bench {
    simulation::SimulatedClock clock;
    LiveInventory inventory;
    PerformanceBoard board{clock, inventory, 20s};
    HostId left = HostId::random();
    HostId right = HostId::random();
    model::Vm vm{.id = VmId::random(), .name = u"web"_s, .state = model::PowerState::Running, .cpuCount = 1};

    Bench()
    {
        inventory.put(model::Host{.id = left, .name = u"left"_s});
        inventory.put(model::Host{.id = right, .name = u"right"_s});
        inventory.put(vm);
    }

    /// Two readings: a load is made of a difference.
    void read(HostId host, std::optional<Duration> uptime)
    {
        for (int i = 0; i < 2; ++i) {
            clock.advance(20s);
            const model::VmSample sample{
                .vm = vm.id, .cpus = 1, .uptime = uptime ? std::optional(*uptime + i * 20s) : std::nullopt};
            board.take(host, {.time = clock.now(), .vms = {sample}});
        }
    }

    [[nodiscard]] std::optional<qint64> uptime() const
    {
        const auto loads = board.loads();
        const auto found = std::ranges::find(loads, model::ObjectRef(vm.id), &model::Load::object);
        return found == loads.end() ? std::nullopt : found->uptimeSeconds;
    }
};

} // namespace

class PerformanceBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVmThatMovedKeepsItsUptime();
    void aVmThatWasOffBeginsAnew();
    void aVmThatWasOutOfSightHasNoUptime();
    void theHostsOfWhatIsLookedAtAreReadFinelyWhereverItGoes();
};

void PerformanceBoardTest::aVmThatMovedKeepsItsUptime()
{
    Bench bench;
    bench.read(bench.left, 1h);
    QCOMPARE(bench.uptime(), std::optional<qint64>(3620));
    bench.read(bench.right, std::nullopt);
    QCOMPARE(bench.uptime(), std::optional<qint64>(3660));
}

void PerformanceBoardTest::aVmThatWasOffBeginsAnew()
{
    Bench bench;
    bench.read(bench.left, 1h);
    bench.vm.state = model::PowerState::Off;
    bench.inventory.put(bench.vm);
    bench.vm.state = model::PowerState::Running;
    bench.inventory.put(bench.vm);
    bench.read(bench.right, std::nullopt);
    QCOMPARE(bench.uptime(), std::nullopt);
}

void PerformanceBoardTest::aVmThatWasOutOfSightHasNoUptime()
{
    Bench bench;
    bench.read(bench.left, 1h);
    bench.vm.stale = true;
    bench.inventory.put(bench.vm);
    bench.vm.stale = false;
    bench.inventory.put(bench.vm);
    bench.read(bench.left, std::nullopt);
    QCOMPARE(bench.uptime(), std::nullopt);
}

void PerformanceBoardTest::theHostsOfWhatIsLookedAtAreReadFinelyWhereverItGoes()
{
    Bench bench;
    QHash<HostId, Duration> intervals;
    bench.board.setIntervalSetter([&](HostId host, Duration interval) { intervals[host] = interval; });
    const auto look = [&] { return bench.board.query(bench.vm.id, {}, 5s, {}); };
    bench.vm.host = bench.left;
    bench.inventory.put(bench.vm);
    QVERIFY(look().empty()); // nothing was measured yet
    QCOMPARE(intervals.value(bench.left), Duration(5s));
    intervals.clear(); // a connection made anew knows nothing of who looks
    bench.vm.host = bench.right;
    bench.inventory.put(bench.vm);
    QVERIFY(look().empty());
    QCOMPARE(intervals.value(bench.right), Duration(5s));
    bench.clock.advance(50s);
    QVERIFY(look().empty());
    bench.clock.advance(15s);
    QCOMPARE(intervals.value(bench.left), Duration(20s)); // it is not there any more
    QCOMPARE(intervals.value(bench.right), Duration(5s));
    bench.clock.advance(3min);
    QCOMPARE(intervals.value(bench.right), Duration(20s));
}

QTEST_GUILESS_MAIN(PerformanceBoardTest)
#include "performanceboardtest.moc"
