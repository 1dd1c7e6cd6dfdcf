// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/pages/chartvalues.h"
#include "views/performance/chartchoice.h"
#include "views/performance/legendmodel.h"
#include "views/performance/samplesmodel.h"
#include "views/performance/samplestore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tests::charts;
using views::TimeRange;

class TestChartData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statisticsLeaveGapsAndWhatIsOutsideOut();
    void noSampleGivesNoStatistics();
    void gapsSplitALine();
    void cutEndsExactlyAtTheRange();
    void thinningKeepsThePeaks();
    void storeMergesPiecesAndForgetsAfterAnHour();
    void onlyTwoUnitsFit();
    void legendChangesWithoutReset();
    void samplesTableChangesWithoutReset();
};

void TestChartData::statisticsLeaveGapsAndWhatIsOutsideOut()
{
    const QList<QPointF> points{{0, 100}, {10, 1}, {20, NAN}, {30, 3}, {40, 100}};
    const auto all = views::statistics(points, {10, 30});
    QCOMPARE(all, (views::Statistics{.latest = 3.0, .minimum = 1.0, .maximum = 3.0, .average = 2.0}));
}

void TestChartData::noSampleGivesNoStatistics()
{
    QCOMPARE(views::statistics({{0, NAN}}, {0, 10}), views::Statistics{});
    QCOMPARE(views::statistics({}, {0, 10}), views::Statistics{});
}

void TestChartData::gapsSplitALine()
{
    const QList<QPointF> points{{0, 1}, {20'000, 2}, {40'000, NAN}, {60'000, 3}, {200'000, 4}, {220'000, 5}};
    const auto parts = views::stretches(points, 20s);
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts[0], (QList<QPointF>{{0, 1}, {20'000, 2}}));
    QCOMPARE(parts[1], (QList<QPointF>{{60'000, 3}}));
    QCOMPARE(parts[2], (QList<QPointF>{{200'000, 4}, {220'000, 5}}));
}

void TestChartData::cutEndsExactlyAtTheRange()
{
    const QList<QPointF> line{{0, 0}, {10, 10}, {20, 20}, {30, 30}};
    QCOMPARE(views::cut(line, {5, 25}), (QList<QPointF>{{5, 5}, {10, 10}, {20, 20}, {25, 25}}));
    QCOMPARE(views::cut(line, {12, 17}), (QList<QPointF>{{12, 12}, {17, 17}})); // between two samples
    QCOMPARE(views::cut(line, {10, 20}), (QList<QPointF>{{10, 10}, {20, 20}}));
    QVERIFY(views::cut(line, {40, 50}).isEmpty());
}

void TestChartData::thinningKeepsThePeaks()
{
    QList<QPointF> points = wave(700, 1);
    points[333].setY(90);
    points[334].setY(-5);
    const auto thin = views::thinned(points, 100);
    QVERIFY(thin.size() <= 102);
    QVERIFY(thin.contains(points[333]) && thin.contains(points[334]));
    QCOMPARE(thin.front(), points.front());
    QCOMPARE(thin.back(), points.back());
    QVERIFY(std::ranges::is_sorted(thin, {}, [](const QPointF &point) { return point.x(); }));
    QCOMPARE(views::thinned(points, 700), points);
}

void TestChartData::storeMergesPiecesAndForgetsAfterAnHour()
{
    const core::model::ObjectRef vm = core::VmId::random();
    const views::ChartKey key{vm, Counter::CpuUsageRatio};
    views::SampleStore store;
    QVERIFY(!store.since());
    store.merge({makeSeries(vm, key.counter, at(t0), 100)});
    QCOMPARE(store.points(key).size(), 100);
    QCOMPARE(*store.since(), at(t0 + 99 * 20'000));
    store.merge({makeSeries(vm, key.counter, at(t0 + 98 * 20'000), 4)}); // overlaps by two
    QCOMPARE(store.points(key).size(), 102);
    store.merge({makeSeries(vm, key.counter, at(t0 + 102 * 20'000), 180)});
    QCOMPARE(store.points(key).size(), 181); // an hour, both ends
    QCOMPARE(*store.newest(), t0 + 281 * 20'000);
    store.keepOnly({});
    QVERIFY(store.isEmpty());
}

void TestChartData::onlyTwoUnitsFit()
{
    using enum Counter;
    QVERIFY(views::fits(CpuReadyMs, {CpuUsageRatio}));
    QVERIFY(views::fits(NetworkSent, {NetworkReceived, DiskRead}));
    QVERIFY(!views::fits(MemoryUsed, {CpuUsageRatio, CpuReadyMs}));
    for (const auto topic : {views::ChartTopic::Cpu, views::ChartTopic::Memory, views::ChartTopic::Disk,
                             views::ChartTopic::Network}) {
        for (const auto kind : {core::model::Kind::Host, core::model::Kind::Vm}) {
            const auto counters = views::countersOf(topic, kind);
            QVERIFY(!counters.empty());
            QVERIFY(views::fits(counters.back(), counters));
            for (const Counter counter : counters)
                QVERIFY(views::isMeasured(counter, kind));
        }
    }
}

void TestChartData::legendChangesWithoutReset()
{
    views::LegendModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const TimeRange range{t0, t0 + 1'000'000};
    model.setLines({makeLine(1, wave(10)), makeLine(2, wave(10)), makeLine(3, wave(10))}, range);
    const QPersistentModelIndex third = model.index(2, views::LegendModel::Object);
    model.setLines({makeLine(3, wave(20)), makeLine(1, wave(20)), makeLine(4, wave(20))}, range);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(third.row(), 0);
    QCOMPARE(third.data().toString(), u"vm3"_s);
    QCOMPARE(model.index(2, views::LegendModel::Object).data().toString(), u"vm4"_s);
    model.setLines({}, range);
    QCOMPARE(model.rowCount(), 0);
}

void TestChartData::samplesTableChangesWithoutReset()
{
    views::SamplesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLines({makeLine(1, wave(10))}, {t0, t0 + 10 * 20'000});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept = model.index(2, 1);
    const QString before = kept.data().toString();
    model.setLines({makeLine(1, wave(13))}, {t0 + 4 * 20'000, t0 + 13 * 20'000});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.rowCount(), 9);
    QCOMPARE(kept.row(), 5); // three newer ones above
    QCOMPARE(kept.data().toString(), before);
}

QTEST_MAIN(TestChartData)
#include "chartdata.moc"
