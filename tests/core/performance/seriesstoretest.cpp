// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/performance/seriesstore.h"

#include <QTest>

#include <cmath>

using namespace core;
using namespace core::performance;
using namespace std::chrono_literals;
using model::Counter;

namespace {

const Instant start{1'800'000'000'000ms}; // a multiple of 20 s
const model::ObjectRef vm{VmId(QUuid::fromString(u"00000000-0000-0000-0000-00000000000a"))};
constexpr std::array mhzOnly{Counter::CpuUsageMhz};
constexpr Duration every = SeriesStore::everyObject.interval;
constexpr Duration fine = SeriesStore::watchedOnly.interval;

Measurement measured(Duration from, Duration to, float mhz)
{
    Measurement measurement{.object = vm, .from = start + from, .to = start + to};
    measurement.values.fill(std::numeric_limits<float>::quiet_NaN());
    measurement.values[static_cast<size_t>(Counter::CpuUsageMhz)] = mhz;
    return measurement;
}

/// As text, so that NaN compares: "1 2 nan 4".
QString valuesOf(const SeriesStore &store, Duration interval = every, Instant since = Instant())
{
    QStringList words;
    for (const model::Series &series : store.query(vm, mhzOnly, interval, since)) {
        for (const float value : series.values)
            words += QString::number(value);
    }
    return words.join(u' ');
}

} // namespace

class SeriesStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverMeasuredHasNoSeries();
    void eachIntervalIsOneValue();
    void seriesBeginAtMultiplesOfTheInterval();
    void readingsBetweenTheSlotsAreWeighted();
    void jitterLeavesNoGapAndNoSpike();
    void fineReadingsAreAveragedIntoTheCoarseSlot();
    void aMissedReadingIsAGap();
    void aSlotLessThanHalfMeasuredIsAGap();
    void theSlotUnderWayIsShownOnceHalfMeasured();
    void sinceGivesOnlyWhatIsNew();
    void anHourIsKeptAndNoMore();
    void fineStepsAreKeptOnlyWhileWatched();
    void anotherIntervalGivesNothing();
    void aCounterKnownLaterIsNotKnownBefore();
    void aClockSetBackForgetsTheFuture();
    void aClockSetFarForwardLeavesNothingOld();
    void removedAndPrunedObjectsAreForgotten();
    void averagesAreOverTheWholeStep();
    void aStepLessThanHalfMeasuredHasNoAverage();
    void fortyThousandVmsFitInTheirShareOfTheCore();
};

void SeriesStoreTest::whatWasNeverMeasuredHasNoSeries()
{
    SeriesStore store;
    QVERIFY(store.query(vm, mhzOnly, every, Instant()).empty());
    store.add(measured(0s, 20s, 1));
    constexpr std::array other{Counter::DiskRead};
    QVERIFY(store.query(vm, other, every, Instant()).empty());
}

void SeriesStoreTest::eachIntervalIsOneValue()
{
    SeriesStore store;
    store.add(measured(0s, 20s, 1));
    store.add(measured(20s, 40s, 2));
    store.add(measured(40s, 60s, 3));
    QCOMPARE(valuesOf(store), QStringLiteral("1 2 3"));
}

void SeriesStoreTest::seriesBeginAtMultiplesOfTheInterval()
{
    SeriesStore store;
    store.add(measured(7s, 27s, 1));
    store.add(measured(27s, 47s, 1));
    const auto series = store.query(vm, mhzOnly, every, Instant());
    QCOMPARE(series.size(), size_t(1));
    QCOMPARE(series.front().start, start);
    QCOMPARE(series.front().interval, every);
    QVERIFY(series.front().object == vm);
    QCOMPARE(series.front().values.size(), size_t(2));
}

void SeriesStoreTest::readingsBetweenTheSlotsAreWeighted()
{
    SeriesStore store;
    store.add(measured(0s, 15s, 10));
    store.add(measured(15s, 35s, 30));
    store.add(measured(35s, 40s, 50));
    QCOMPARE(valuesOf(store), QStringLiteral("15 35")); // (15×10 + 5×30)/20, (15×30 + 5×50)/20
}

void SeriesStoreTest::jitterLeavesNoGapAndNoSpike()
{
    SeriesStore store;
    const std::array times{0ms, 19'990ms, 40'010ms, 59'995ms, 80'003ms, 100'000ms};
    for (size_t i = 1; i < times.size(); ++i)
        store.add(measured(times[i - 1], times[i], 7));
    QCOMPARE(valuesOf(store), QStringLiteral("7 7 7 7 7"));
}

void SeriesStoreTest::fineReadingsAreAveragedIntoTheCoarseSlot()
{
    SeriesStore store;
    store.setWatched(vm, true);
    for (int i = 0; i < 8; ++i)
        store.add(measured(i * 5s, (i + 1) * 5s, static_cast<float>(i)));
    QCOMPARE(valuesOf(store), QStringLiteral("1.5 5.5"));
    QCOMPARE(valuesOf(store, fine), QStringLiteral("0 1 2 3 4 5 6 7"));
}

void SeriesStoreTest::aMissedReadingIsAGap()
{
    SeriesStore store;
    store.add(measured(0s, 20s, 1));
    store.add(measured(60s, 80s, 4));
    QCOMPARE(valuesOf(store), QStringLiteral("1 nan nan 4"));

    // Silent for minutes: the mean over them says nothing about any of them.
    store.add(measured(80s, 280s, 9));
    store.add(measured(280s, 300s, 5));
    QCOMPARE(valuesOf(store, every, start + 60s),
             QStringLiteral("4 nan nan nan nan nan nan nan nan nan nan 5"));
}

void SeriesStoreTest::aSlotLessThanHalfMeasuredIsAGap()
{
    SeriesStore store;
    store.add(measured(0s, 20s, 1));
    store.add(measured(20s, 29s, 2));
    store.add(measured(40s, 60s, 3));
    QCOMPARE(valuesOf(store), QStringLiteral("1 nan 3"));
}

void SeriesStoreTest::theSlotUnderWayIsShownOnceHalfMeasured()
{
    SeriesStore store;
    store.add(measured(0s, 20s, 1));
    store.add(measured(20s, 29s, 2));
    QCOMPARE(valuesOf(store), QStringLiteral("1"));
    store.add(measured(29s, 30s, 2));
    QCOMPARE(valuesOf(store), QStringLiteral("1 2"));
}

void SeriesStoreTest::sinceGivesOnlyWhatIsNew()
{
    SeriesStore store;
    for (int i = 0; i < 5; ++i)
        store.add(measured(i * 20s, (i + 1) * 20s, static_cast<float>(i)));
    QCOMPARE(valuesOf(store, every, start + 60s), QStringLiteral("3 4"));
    QCOMPARE(valuesOf(store, every, start + 61s), QStringLiteral("4"));
    QCOMPARE(valuesOf(store, every, start + 100s), QString());
    QCOMPARE(store.query(vm, mhzOnly, every, start + 100s).size(), size_t(1));
}

void SeriesStoreTest::anHourIsKeptAndNoMore()
{
    SeriesStore store;
    for (int i = 0; i < 400; ++i)
        store.add(measured(i * 20s, (i + 1) * 20s, static_cast<float>(i)));
    const auto series = store.query(vm, mhzOnly, every, Instant());
    QCOMPARE(series.front().values.size(), size_t(180));
    QCOMPARE(series.front().start, start + 220 * 20s);
    QCOMPARE(series.front().values.front(), 220.0F);
    QCOMPARE(series.front().values.back(), 399.0F);
}

void SeriesStoreTest::fineStepsAreKeptOnlyWhileWatched()
{
    SeriesStore store;
    store.add(measured(0s, 5s, 1));
    QVERIFY(valuesOf(store, fine).isEmpty());
    store.setWatched(vm, true);
    QVERIFY(store.isWatched(vm));
    store.add(measured(5s, 10s, 2));
    QCOMPARE(valuesOf(store, fine), QStringLiteral("2"));
    store.setWatched(vm, false);
    QVERIFY(!store.isWatched(vm));
    QVERIFY(valuesOf(store, fine).isEmpty());
    QCOMPARE(valuesOf(store), QStringLiteral("1.5"));
}

void SeriesStoreTest::anotherIntervalGivesNothing()
{
    SeriesStore store;
    store.add(measured(0s, 20s, 1));
    QVERIFY(store.query(vm, mhzOnly, 60s, Instant()).empty());
}

void SeriesStoreTest::aCounterKnownLaterIsNotKnownBefore()
{
    SeriesStore store;
    store.add(measured(0s, 20s, 1));
    Measurement both = measured(20s, 40s, 2);
    both.values[static_cast<size_t>(Counter::CpuUsageRatio)] = 0.5F; // its column comes before the other
    store.add(both);
    constexpr std::array two{Counter::CpuUsageRatio, Counter::CpuUsageMhz};
    const auto series = store.query(vm, two, every, Instant());
    QCOMPARE(series.size(), size_t(2));
    QVERIFY(std::isnan(series[0].values[0]));
    QCOMPARE(series[0].values[1], 0.5F);
    QCOMPARE(series[1].values[0], 1.0F);
    QCOMPARE(series[1].values[1], 2.0F);
}

void SeriesStoreTest::aClockSetBackForgetsTheFuture()
{
    SeriesStore store;
    for (int i = 0; i < 200; ++i)
        store.add(measured(i * 20s, (i + 1) * 20s, static_cast<float>(i)));
    store.add(measured(190 * 20s, 191 * 20s, 1000));
    const auto series = store.query(vm, mhzOnly, every, Instant());
    QCOMPARE(series.front().start, start + 20 * 20s); // nothing older than what was there
    QCOMPARE(series.front().values.size(), size_t(171));
    QCOMPARE(series.front().values.front(), 20.0F);
    QCOMPARE(series.front().values.back(), 1000.0F);
    store.add(measured(-1000h, -1000h + 20s, 5));
    QCOMPARE(valuesOf(store), QStringLiteral("5"));
}

void SeriesStoreTest::aClockSetFarForwardLeavesNothingOld()
{
    SeriesStore store;
    store.add(measured(0s, 20s, 1));
    store.add(measured(1000h, 1000h + 20s, 2));
    QCOMPARE(valuesOf(store), QStringLiteral("2"));
}

void SeriesStoreTest::removedAndPrunedObjectsAreForgotten()
{
    SeriesStore store;
    store.add(measured(0s, 20s, 1));
    store.prune(start + 1h);
    QCOMPARE(store.objects(), size_t(1));
    store.prune(start + 1h + 21s);
    QCOMPARE(store.objects(), size_t(0));
    store.add(measured(0s, 20s, 1));
    store.remove(vm);
    QCOMPARE(store.objects(), size_t(0));
}

void SeriesStoreTest::averagesAreOverTheWholeStep()
{
    SeriesStore store;
    for (int i = -3; i < 18; ++i) // what is before and after does not count
        store.add(measured(i * 20s, (i + 1) * 20s, i < 0 || i >= 15 ? 1000 : static_cast<float>(i)));
    const auto bucket = store.averages(start, 5min);
    QCOMPARE(bucket.start, start);
    QCOMPARE(bucket.interval, Duration(5min));
    QCOMPARE(bucket.rows.size(), 1U);
    QVERIFY(bucket.rows.front().object == vm);
    QCOMPARE(bucket.rows.front().values[static_cast<size_t>(Counter::CpuUsageMhz)], 7.0F);
    QVERIFY(std::isnan(bucket.rows.front().values[static_cast<size_t>(Counter::DiskRead)]));
}

void SeriesStoreTest::aStepLessThanHalfMeasuredHasNoAverage()
{
    SeriesStore store;
    for (int i = 0; i < 7; ++i)
        store.add(measured(i * 20s, (i + 1) * 20s, 5));
    QVERIFY(store.averages(start, 5min).rows.empty());
    store.add(measured(140s, 160s, 5));
    QCOMPARE(store.averages(start, 5min).rows.size(), 1U);
    QVERIFY(store.averages(start + 1h, 5min).rows.empty());
}

void SeriesStoreTest::fortyThousandVmsFitInTheirShareOfTheCore()
{
    SeriesStore store;
    Measurement all = measured(0s, 20s, 1);
    all.values.fill(1);
    for (quint32 i = 0; i < 40'000; ++i) {
        all.object = VmId(QUuid(i, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        store.add(all);
    }
    const double mebibytes = static_cast<double>(store.bytes()) / (1 << 20);
    QVERIFY2(mebibytes < 330, qPrintable(QString::number(mebibytes)));
}

QTEST_GUILESS_MAIN(SeriesStoreTest)
#include "seriesstoretest.moc"
