// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/systemclock.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>

#include <chrono>

using namespace core;
using namespace std::chrono_literals;

class TestSystemClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timersFireInTheOrderOfTheirTime();
    void timerNeverFiresEarly();
    void destroyedTimerDoesNotFire();
    void timerSetInATimerWaitsForTheNextTurn();
    void timerFiresWhileAnotherRunsALoop();
    void clockMayEndInATimer();
    void timerThatHoldsATimerMayBeDropped();
};

void TestSystemClock::timersFireInTheOrderOfTheirTime()
{
    SystemClock clock;
    std::vector<int> fired;
    std::vector<std::unique_ptr<Clock::Timer>> timers;
    for (const int delay : {30, 10, 20, 10, 0})
        timers.push_back(clock.after(Duration(delay), [&fired, delay] { fired.push_back(delay); }));
    QVERIFY(fired.empty());
    QTRY_COMPARE(fired, (std::vector{0, 10, 10, 20, 30}));
}

void TestSystemClock::timerNeverFiresEarly()
{
    SystemClock clock;
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer elapsed;
        elapsed.start();
        qint64 firedAt = -1;
        const auto timer = clock.after(3ms, [&] { firedAt = elapsed.nsecsElapsed(); });
        QTRY_VERIFY(firedAt >= 0);
        QVERIFY(firedAt >= 3'000'000);
    }
}

void TestSystemClock::destroyedTimerDoesNotFire()
{
    SystemClock clock;
    bool fired = false;
    auto early = clock.after(1ms, [&] { fired = true; });
    early.reset();
    bool later = false;
    const auto late = clock.after(5ms, [&] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!fired);
}

void TestSystemClock::timerSetInATimerWaitsForTheNextTurn()
{
    SystemClock clock;
    bool inner = false;
    bool innerAtEndOfOuter = true;
    std::unique_ptr<Clock::Timer> second;
    const auto first = clock.after(0ms, [&] {
        second = clock.after(0ms, [&] { inner = true; });
        innerAtEndOfOuter = inner;
    });
    QTRY_VERIFY(inner);
    QVERIFY(!innerAtEndOfOuter);
}

void TestSystemClock::timerFiresWhileAnotherRunsALoop()
{
    SystemClock clock;
    QEventLoop loop;
    bool ended = false;
    const auto outer = clock.after(0ms, [&] {
        loop.exec();
        ended = true;
    });
    const auto quit = clock.after(2ms, [&] { loop.quit(); });
    QTRY_VERIFY(ended);
}

void TestSystemClock::clockMayEndInATimer()
{
    auto clock = std::make_unique<SystemClock>();
    bool other = false;
    const auto unheard = clock->after(1ms, [&] { other = true; });
    const auto ends = clock->after(0ms, [&] { clock.reset(); });
    QTRY_VERIFY(clock == nullptr);
    SystemClock another;
    bool later = false;
    const auto wait = another.after(5ms, [&] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!other);
}

void TestSystemClock::timerThatHoldsATimerMayBeDropped()
{
    auto clock = std::make_unique<SystemClock>();
    bool fired = false;
    std::shared_ptr<Clock::Timer> held = clock->after(1h, [&] { fired = true; });
    auto holder = clock->after(1h, [held] {});
    held.reset();
    holder.reset(); // and with it the other
    std::shared_ptr<Clock::Timer> second = clock->after(1h, [&] { fired = true; });
    const auto outlives = clock->after(1h, [second] {});
    second.reset();
    clock.reset();
    QVERIFY(!fired);
}

QTEST_GUILESS_MAIN(TestSystemClock)

#include "systemclocktest.moc"
