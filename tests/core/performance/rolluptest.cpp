// SPDX-License-Identifier: GPL-3.0-or-later
// From finer steps of the history to coarser ones.
#include "core/performance/rollup.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace core;
using namespace core::performance;
using namespace std::chrono_literals;

namespace {

const Instant start{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
const model::ObjectRef web{VmId(QUuid::fromString(u"00000000-0000-0000-0000-00000000000a"))};
const model::ObjectRef mail{VmId(QUuid::fromString(u"00000000-0000-0000-0000-00000000000b"))};
constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// One counter is known.
model::HistoryRow rowOf(const model::ObjectRef &object, float mhz)
{
    model::HistoryRow row{.object = object};
    row.values.fill(unknown);
    row.values[static_cast<size_t>(model::Counter::CpuUsageMhz)] = mhz;
    return row;
}

/// Step number `at` of five minutes.
model::HistoryBucket stepAt(int at, std::vector<model::HistoryRow> rows)
{
    return {.start = start + at * 5min, .interval = 5min, .rows = std::move(rows)};
}

/// NaN: the object is not in it, or not this counter.
float mhzOf(const model::HistoryBucket &bucket, const model::ObjectRef &object)
{
    const auto row = std::ranges::find(bucket.rows, object, &model::HistoryRow::object);
    return row == bucket.rows.end() ? unknown : row->values[static_cast<size_t>(model::Counter::CpuUsageMhz)];
}

} // namespace

class RollupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sixFinerStepsAreTheirMean()
    {
        std::vector<model::HistoryBucket> finer;
        for (int at = 0; at < 6; ++at)
            finer.push_back(stepAt(at, {rowOf(web, static_cast<float>(at)), rowOf(mail, 7)}));
        const auto bucket = rollUp(finer, start, 30min);
        QCOMPARE(bucket.start, start);
        QCOMPARE(bucket.interval, Duration(30min));
        QCOMPARE(bucket.rows.size(), 2U);
        QCOMPARE(mhzOf(bucket, web), 2.5F);
        QCOMPARE(mhzOf(bucket, mail), 7.0F);
    }

    void halfOfTheStepsAreEnoughAndLessIsNothing()
    {
        std::vector<model::HistoryBucket> finer{stepAt(0, {rowOf(web, 1), rowOf(mail, 1)}),
                                                stepAt(1, {rowOf(web, 2), rowOf(mail, 2)}),
                                                stepAt(2, {rowOf(web, 6)})};
        const auto bucket = rollUp(finer, start, 30min);
        QCOMPARE(mhzOf(bucket, web), 3.0F);
        QCOMPARE(bucket.rows.size(), 1U);
    }

    void whatIsNotKnownIsNoZero()
    {
        std::vector<model::HistoryBucket> finer;
        for (int at = 0; at < 6; ++at)
            finer.push_back(stepAt(at, {rowOf(web, at < 3 ? 4 : unknown)}));
        const auto bucket = rollUp(finer, start, 30min);
        QCOMPARE(mhzOf(bucket, web), 4.0F);
        QVERIFY(std::isnan(bucket.rows.front().values[static_cast<size_t>(model::Counter::DiskRead)]));
    }

    void stepsBesideAreIgnored()
    {
        std::vector<model::HistoryBucket> finer{stepAt(-1, {rowOf(web, 100)}), stepAt(6, {rowOf(web, 100)})};
        for (int at = 0; at < 6; ++at)
            finer.push_back(stepAt(at, {rowOf(web, 1)}));
        QCOMPARE(mhzOf(rollUp(finer, start, 30min), web), 1.0F);
        QVERIFY(rollUp({}, start, 30min).rows.empty());
    }

    void aMeanNeedsHalfOfItsValues()
    {
        const std::vector<float> values{1, unknown, 3, unknown};
        QCOMPARE(meanOf(values, 4), 2.0F);
        QVERIFY(std::isnan(meanOf(values, 5)));
        QVERIFY(std::isnan(meanOf({}, 0)));
    }

    void manyFloatsLoseNoDigits()
    {
        const std::vector<float> values(1'000'000, 16'777'217.5F);
        QCOMPARE(meanOf(values, values.size()), 16'777'218.0F); // the float that 16,777,217.5 is
    }

    void stepsBeginAtMultiplesOfUtc()
    {
        QCOMPARE(stepOf(start + 7min + 1ms, 5min), start + 5min);
        QCOMPARE(stepOf(start + 5min, 5min), start + 5min);
        QCOMPARE(stepOf(start + 23h, 24h), start);
        QCOMPARE(stepOf(Instant(-1ms), 5min), Instant(-5min));
    }

    void theFinestLevelThatStillRemembersIsRead()
    {
        using model::historyLevelFor;
        QCOMPARE(historyLevelFor(start - 24h, start).interval, Duration(5min));
        QCOMPARE(historyLevelFor(start - 24h - 1ms, start).interval, Duration(30min));
        QCOMPARE(historyLevelFor(start - std::chrono::days(30), start).interval, Duration(2h));
        QCOMPARE(historyLevelFor(start - std::chrono::days(31), start).interval, Duration(24h));
        QCOMPARE(historyLevelFor(start - std::chrono::days(4000), start).interval, Duration(24h));
    }
};

QTEST_APPLESS_MAIN(RollupTest)
#include "rolluptest.moc"
