// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/simulatedclock.h"
#include "core/async/deadline.h"

#include <QTest>

using namespace core;
using namespace std::chrono_literals;
using simulation::SimulatedClock;

class SimulatedClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timePassesOnlyWhenTold();
    void timersRunByDueTimeThenInTheOrderTheyWereSet();
    void aTimerSetByATimerRunsInTheSameAdvance();
    void aDestroyedTimerNeverFires();
    void aTimerMayOutliveTheClock();
    void sleepingAndDeadlinesRunInVirtualTime();
    void runNextJumpsToTheNextTimer();
};

void SimulatedClockTest::timePassesOnlyWhenTold()
{
    SimulatedClock clock;
    const Instant start = clock.now();
    const Monotonic mark = clock.monotonic();
    clock.advance(90s);
    QCOMPARE(clock.now() - start, 90s);
    QCOMPARE(clock.monotonic() - mark, 90s);
}

void SimulatedClockTest::timersRunByDueTimeThenInTheOrderTheyWereSet()
{
    SimulatedClock clock;
    QString order;
    const auto a = clock.after(3s, [&] { order += u'a'; });
    const auto b = clock.after(1s, [&] { order += u'b'; });
    const auto c = clock.after(3s, [&] { order += u'c'; });
    clock.advance(2s);
    QCOMPARE(order, QStringLiteral("b"));
    clock.advance(2s);
    QCOMPARE(order, QStringLiteral("bac"));
}

void SimulatedClockTest::aTimerSetByATimerRunsInTheSameAdvance()
{
    SimulatedClock clock;
    std::vector<Monotonic> ticks;
    std::unique_ptr<Clock::Timer> timer;
    std::function<void()> tick = [&] {
        ticks.push_back(clock.monotonic());
        timer = clock.after(1s, tick);
    };
    timer = clock.after(1s, tick);
    clock.advance(3500ms);
    QCOMPARE(ticks, (std::vector{Monotonic(1s), Monotonic(2s), Monotonic(3s)}));
}

void SimulatedClockTest::aDestroyedTimerNeverFires()
{
    SimulatedClock clock;
    bool fired = false;
    auto timer = clock.after(1s, [&] { fired = true; });
    timer.reset();
    clock.advance(2s);
    QVERIFY(!fired);
    QCOMPARE(clock.pending(), size_t(0));
}

void SimulatedClockTest::aTimerMayOutliveTheClock()
{
    auto clock = std::make_unique<SimulatedClock>();
    const auto timer = clock->after(1s, [] {});
    clock.reset();
    QVERIFY(timer);
}

namespace {

Task<> never(Clock *clock)
{
    auto sleep = sleepFor(clock, 24h);
    co_return co_await sleep;
}

Task<> limited(Clock *clock, Error *seen)
{
    auto bounded = withDeadline(never(clock), clock, 10s);
    const auto done = co_await bounded;
    if (!done)
        *seen = done.error();
    co_return {};
}

} // namespace

void SimulatedClockTest::sleepingAndDeadlinesRunInVirtualTime()
{
    SimulatedClock clock;
    Error seen;
    Scope scope([](const Error &) {});
    scope.spawn(limited(&clock, &seen));
    clock.advance(9s);
    QCOMPARE(scope.running(), size_t(1));
    clock.advance(1s);
    QCOMPARE(scope.running(), size_t(0));
    QVERIFY(seen.is(errors::Timeout));
    QCOMPARE(clock.pending(), size_t(0));
}

void SimulatedClockTest::runNextJumpsToTheNextTimer()
{
    SimulatedClock clock;
    const auto timer = clock.after(1h, [] {});
    QVERIFY(clock.runNext());
    QCOMPARE(clock.monotonic(), Monotonic(1h));
    QVERIFY(!clock.runNext());
}

QTEST_GUILESS_MAIN(SimulatedClockTest)
#include "simulatedclocktest.moc"
