// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines, scopes and wake-ups: each when it ends by itself, and when it is abandoned.
#include "core/async/deadline.h"
#include "core/async/wakeup.h"
#include "core/simulation/simulatedclock.h"

#include <QTest>

using namespace core;
using namespace std::chrono_literals;

namespace {

/// Counts its own end, also when it is never resumed.
struct Ended {
    int *count;
    explicit Ended(int *counter) : count(counter) {}
    Ended(const Ended &) = delete;
    Ended &operator=(const Ended &) = delete;
    ~Ended() { ++*count; }
};

Task<int> answerAfter(Clock *clock, Duration delay, int *ended)
{
    const Ended here(ended);
    co_await sleepFor(clock, delay);
    co_return 42;
}

Task<> keepAnswer(Task<int> task, std::optional<Result<int>> *out)
{
    auto answer = co_await task;
    out->emplace(std::move(answer));
    co_return {};
}

Task<> countWakes(Wakeup *wakeup, Duration limit, int *wakes)
{
    for (;;) {
        co_await wakeup->wait(limit);
        ++*wakes;
    }
}

Task<> hold(std::shared_ptr<int>)
{
    co_return {};
}

Task<> fail(Clock *clock)
{
    co_await sleepFor(clock, 1s);
    co_return Error(errors::Busy);
}

} // namespace

class WaitingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerInTimeIsTheAnswer()
    {
        simulation::SimulatedClock clock;
        int ended = 0;
        std::optional<Result<int>> out;
        Scope scope([](const Error &) {});
        scope.spawn(keepAnswer(withDeadline(answerAfter(&clock, 2s, &ended), &clock, 3s), &out));
        clock.advance(5s);
        QVERIFY(out && *out);
        QCOMPARE(**out, 42);
        QCOMPARE(clock.pending(), 0U); // the deadline's timer went with it
    }

    void anAnswerTooLateIsATimeoutAndIsAbandoned()
    {
        simulation::SimulatedClock clock;
        int ended = 0;
        std::optional<Result<int>> out;
        Scope scope([](const Error &) {});
        scope.spawn(keepAnswer(withDeadline(answerAfter(&clock, 5s, &ended), &clock, 3s), &out));
        clock.advance(3s);
        QVERIFY(out && !*out && out->error().is(errors::Timeout));
        QCOMPARE(ended, 1);
        QCOMPARE(clock.pending(), 0U);
    }

    void whoWaitsWithADeadlineCanBeAbandoned()
    {
        simulation::SimulatedClock clock;
        int ended = 0;
        std::optional<Result<int>> out;
        {
            Scope scope([](const Error &) {});
            scope.spawn(keepAnswer(withDeadline(answerAfter(&clock, 5s, &ended), &clock, 9s), &out));
            clock.advance(1s);
        }
        clock.advance(20s);
        QVERIFY(!out);
        QCOMPARE(ended, 1);
    }

    void aScopeHearsOfFailures()
    {
        simulation::SimulatedClock clock;
        std::vector<Error> heard;
        Scope scope([&](const Error &error) { heard.push_back(error); });
        scope.spawn(fail(&clock));
        QCOMPARE(scope.running(), 1U);
        clock.advance(2s);
        QCOMPARE(scope.running(), 0U);
        QCOMPARE(heard.size(), 1U);
        QVERIFY(heard.front().is(errors::Busy));
    }

    void aScopeThatEndsAbandonsWhatRuns()
    {
        simulation::SimulatedClock clock;
        std::vector<Error> heard;
        {
            Scope scope([&](const Error &error) { heard.push_back(error); });
            scope.spawn(fail(&clock));
        }
        clock.advance(2s);
        QVERIFY(heard.empty());
        QCOMPARE(clock.pending(), 0U);
    }

    void aWaitEndsByItsLimitOrByBeingWoken()
    {
        simulation::SimulatedClock clock;
        Wakeup wakeup(clock);
        int wakes = 0;
        Scope scope([](const Error &) {});
        scope.spawn(countWakes(&wakeup, 10s, &wakes));
        clock.advance(10s);
        QCOMPARE(wakes, 1);
        wakeup.wake();
        QCOMPARE(wakes, 1); // never from inside the call
        clock.advance(1ms);
        QCOMPARE(wakes, 2);
    }

    void wakingTwiceIsWakingOnceAndIsKeptForWhoComesLater()
    {
        simulation::SimulatedClock clock;
        Wakeup wakeup(clock);
        wakeup.wake();
        wakeup.wake();
        int wakes = 0;
        Scope scope([](const Error &) {});
        scope.spawn(countWakes(&wakeup, 10s, &wakes));
        QCOMPARE(wakes, 1);
        clock.advance(9s);
        QCOMPARE(wakes, 1);
    }

    void whatATaskHeldIsLetGoWhenItEnds()
    {
        Scope scope([](const Error &) {});
        auto held = std::make_shared<int>(1);
        const std::weak_ptr<int> watched = held;
        scope.spawn(hold(std::move(held)));
        QVERIFY(watched.expired()); // not when the scope happens to spawn the next
    }

    void wakingAfterTheWaiterIsGoneHarmsNobody()
    {
        simulation::SimulatedClock clock;
        Wakeup wakeup(clock);
        int wakes = 0;
        {
            Scope scope([](const Error &) {});
            scope.spawn(countWakes(&wakeup, 10s, &wakes));
        }
        wakeup.wake();
        clock.advance(20s);
        QCOMPARE(wakes, 0);
        QCOMPARE(clock.pending(), 0U);
    }
};

QTEST_GUILESS_MAIN(WaitingTest)
#include "waitingtest.moc"
