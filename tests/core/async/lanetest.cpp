// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/lane.h"
#include "tests/support/waitfor.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace core;
using tests::waitFor;

namespace {

/// What a blocking job hangs on, and what it has done since.
struct Gate {
    QSemaphore begun;
    QSemaphore open;
    std::atomic<int> ended = 0;
};

Task<int> passThrough(Lane *lane, std::shared_ptr<Gate> gate)
{
    auto job = [gate] {
        gate->begun.release();
        gate->open.acquire();
        return Result<int>(++gate->ended);
    };
    auto call = lane->run(std::move(job));
    auto answer = co_await call;
    co_return answer;
}

Task<> begin(Lane *lane, std::shared_ptr<Gate> gate)
{
    const auto answer = co_await passThrough(lane, gate);
    co_return answer ? Result<void>() : answer.error();
}

Task<QThread *> whereAnswered(Lane *lane)
{
    auto job = [] { return Result<int>(1); };
    auto call = lane->run(std::move(job));
    const auto answer = co_await call;
    co_return answer ? QThread::currentThread() : nullptr;
}

} // namespace

class LaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersComeOnTheLanesThread();
    void aLaneThatLeavesDoesNotWaitForAHangingJob();
    void aLaneThatWaitsWaits();
    void jobsNotBegunAreDroppedWithTheLane();
};

void LaneTest::answersComeOnTheLanesThread()
{
    Lane lane(1);
    const auto thread = waitFor(whereAnswered(&lane));
    QVERIFY(thread);
    QCOMPARE(*thread, QThread::currentThread());
}

void LaneTest::aLaneThatLeavesDoesNotWaitForAHangingJob()
{
    const auto gate = std::make_shared<Gate>();
    Scope scope([](const Error &) {});
    {
        Lane lane(1, Lane::AtEnd::Leave);
        scope.spawn(begin(&lane, gate));
        gate->begun.acquire();
    } // hangs here for ever if it waits
    QCOMPARE(gate->ended.load(), 0);
    gate->open.release();
    QTRY_COMPARE(gate->ended.load(), 1); // the job ran to its end, and its answer found nobody
    QCOMPARE(scope.running(), 1U);
}

void LaneTest::aLaneThatWaitsWaits()
{
    const auto gate = std::make_shared<Gate>();
    Scope scope([](const Error &) {});
    const std::unique_ptr<QThread> opener(QThread::create([gate] {
        QThread::msleep(50);
        gate->open.release();
    }));
    {
        Lane lane(1);
        scope.spawn(begin(&lane, gate));
        gate->begun.acquire();
        opener->start();
    }
    QCOMPARE(gate->ended.load(), 1);
    opener->wait();
}

void LaneTest::jobsNotBegunAreDroppedWithTheLane()
{
    const auto first = std::make_shared<Gate>();
    const auto second = std::make_shared<Gate>();
    Scope scope([](const Error &) {});
    {
        Lane lane(1, Lane::AtEnd::Leave);
        scope.spawn(begin(&lane, first));
        scope.spawn(begin(&lane, second));
        first->begun.acquire();
    }
    first->open.release();
    second->open.release();
    QTRY_COMPARE(first->ended.load(), 1);
    QVERIFY(!second->begun.tryAcquire(1, 100));
}

QTEST_GUILESS_MAIN(LaneTest)
#include "lanetest.moc"
