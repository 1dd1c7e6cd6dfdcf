// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/pages/chartvalues.h"
#include "tests/views/support/world.h"
#include "views/performance/chartexport.h"
#include "views/performance/chartview.h"
#include "views/performance/legendmodel.h"
#include "views/performance/linestyle.h"
#include "views/performance/performancepage.h"
#include "views/performance/samplesmodel.h"
#include "views/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineSeries>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTreeView>
#include <QtTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tests::charts;
using core::api::client::PerformanceQuery;
using core::api::client::Session;
using core::model::Counter;
using core::model::Series;
using tests::coreOf;
using views::ChartLine;
using views::TimeRange;

class TestPerformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapIsNotBridgedOnTheChart();
    void secondUnitGetsItsOwnAxis();
    void updatingKeepsTheSeries();
    void zoomedRangeFollowsTheNewestSampleOnlyWhenItShowsIt();
    void hoverSaysTimeAndValues();
    void svgDrawsNothingOutsideThePlotArea();
    void csvHoldsTheRangeWithEmptyFieldsForGaps();
    void pngIsWritten();
    void pageAsksOnlyWhileVisibleAndNotPaused();
    void pageAsksOnlyForWhatIsNew();
    void chartOfAYoungCoreIsNotAnEmptyHour();
    void pageShowsWhyThereIsNothing();
    void comparingHostsShowsALineEach();
    void historyIsAskedForTheRangeAndDrawnWithItsGaps();
    void whatHappenedIsMarkedOnTheChart();
    void redrawOfTwentyLinesStaysShort();
};

namespace {
/// The smallest rectangle that holds all pixels of about this colour.
QRect areaOf(const QImage &image, const QColor &color)
{
    QRect area;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int far = std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green())
                + std::abs(pixel.blue() - color.blue());
            if (far < 40)
                area |= QRect(x, y, 1, 1);
        }
    }
    return area;
}

/// The axes are the longest dark column and row of the picture.
QRect areaBetweenAxes(const QImage &image)
{
    const auto isDark = [&image](int x, int y) {
        const QColor pixel = image.pixelColor(x, y);
        return pixel.lightness() < 150 && pixel.hsvSaturation() < 40;
    };
    QList<int> columns(image.width());
    QList<int> rows(image.height());
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (isDark(x, y)) {
                ++columns[x];
                ++rows[y];
            }
        }
    }
    const auto left = static_cast<int>(std::ranges::max_element(columns) - columns.begin());
    const auto bottom = static_cast<int>(std::ranges::max_element(rows) - rows.begin());
    int right = image.width() - 1;
    while (right > left && !isDark(right, bottom))
        --right;
    int top = 0;
    while (top < bottom && !isDark(left, top))
        ++top;
    return QRect(QPoint(left, top), QPoint(right, bottom));
}

} // namespace

void TestPerformance::gapIsNotBridgedOnTheChart()
{
    QList<QPointF> points = wave(30);
    points[10].setY(NAN);
    views::PerformanceChartView view;
    view.setLines({makeLine(1, points)}, {t0, t0 + 600'000});
    QCOMPARE(view.chart()->series().size(), 2);
    const auto *first = qobject_cast<QLineSeries *>(view.chart()->series().front());
    QCOMPARE(first->points().size(), 10);
}

void TestPerformance::secondUnitGetsItsOwnAxis()
{
    views::PerformanceChartView view;
    view.setLines({makeLine(1, wave(30)), makeLine(1, wave(30, 2000), Counter::CpuUsageMhz, u"MHz"_s)},
                  {t0, t0 + 600'000});
    const auto axes = view.chart()->axes(Qt::Vertical);
    QCOMPARE(axes.size(), 2);
    QCOMPARE(axes[0]->titleText(), u"%"_s);
    QCOMPARE(axes[1]->titleText(), u"MHz"_s);
    QVERIFY(axes[1]->isVisible());
    view.setLines({makeLine(1, wave(30))}, {t0, t0 + 600'000});
    QVERIFY(!axes[1]->isVisible());
}

void TestPerformance::updatingKeepsTheSeries()
{
    views::PerformanceChartView view;
    view.setLines({makeLine(1, wave(30)), makeLine(2, wave(30))}, {t0, t0 + 600'000});
    const auto before = view.chart()->series();
    view.setLines({makeLine(1, wave(31)), makeLine(2, wave(31))}, {t0, t0 + 620'000});
    QCOMPARE(view.chart()->series(), before);
}

void TestPerformance::zoomedRangeFollowsTheNewestSampleOnlyWhenItShowsIt()
{
    views::PerformanceChartView view;
    view.setLines({makeLine(1, wave(180))}, {t0, t0 + 3'600'000});
    view.setRange({t0 + 3'000'000, t0 + 3'600'000});
    QVERIFY(view.isZoomed());
    view.setLines({makeLine(1, wave(181))}, {t0 + 20'000, t0 + 3'620'000});
    QCOMPARE(view.range(), (TimeRange{t0 + 3'020'000, t0 + 3'620'000}));
    view.setRange({t0 + 1'000'000, t0 + 2'000'000});
    view.setLines({makeLine(1, wave(182))}, {t0 + 40'000, t0 + 3'640'000});
    QCOMPARE(view.range(), (TimeRange{t0 + 1'000'000, t0 + 2'000'000}));
    view.setRange({t0 - 9'000'000, t0 + 9'000'000}); // never more than there is
    QCOMPARE(view.range(), (TimeRange{t0 + 40'000, t0 + 3'640'000}));
    QVERIFY(!view.isZoomed());
}

void TestPerformance::hoverSaysTimeAndValues()
{
    views::PerformanceChartView view;
    QList<QPointF> points = wave(30);
    points[10].setY(NAN);
    view.setLines({makeLine(1, points)}, {t0, t0 + 600'000});
    const QStringList there = view.valuesAt(static_cast<double>(t0 + 1'000));
    QCOMPARE(there.size(), 2);
    QVERIFY(there[1].contains(u"vm1") && there[1].contains(u"50"));
    QVERIFY(view.valuesAt(static_cast<double>(t0 + 200'000))[1].contains(u"no value"));
}

void TestPerformance::svgDrawsNothingOutsideThePlotArea()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"chart.svg"_s);
    // The range shows the middle of data that goes on at both sides, and far higher there.
    QList<QPointF> points = wave(180, 10);
    for (int i = 0; i < 180; ++i)
        points[i].setY(i < 69 || i > 112 ? 5'000 : points[i].y());
    const views::ChartPicture picture{.title = u"h1 <performance> & more"_s,
                                      .lines = {makeLine(1, points)},
                                      .range = {t0 + 70 * 20'000 + 7'000, t0 + 110 * 20'000 + 3'000},
                                      .size = {1000, 500}};
    QVERIFY(views::exportSvg(picture, path));
    QSvgRenderer renderer(path);
    QVERIFY(renderer.isValid());
    QImage image(1000, 500, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(0, 0, 1000, 500));
    painter.end();
    const QRect plot = areaBetweenAxes(image);
    QVERIFY(plot.width() > 700 && plot.height() > 250);
    image =
        image.copy(0, 0, image.width(), plot.bottom() + 30); // below: the legend shows a piece of the line
    const QRect drawn = areaOf(image, views::linePen(0).color());
    QVERIFY(drawn.width() > plot.width() - 10); // the line is there, from side to side
    const QRect allowed = plot.adjusted(-1, -2, 1, 2); // half the pen
    QVERIFY2(allowed.contains(drawn),
             qPrintable(u"line %1,%2 %3x%4, plot %5,%6 %7x%8"_s.arg(drawn.x())
                            .arg(drawn.y())
                            .arg(drawn.width())
                            .arg(drawn.height())
                            .arg(plot.x())
                            .arg(plot.y())
                            .arg(plot.width())
                            .arg(plot.height())));
}

void TestPerformance::csvHoldsTheRangeWithEmptyFieldsForGaps()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"chart.csv"_s);
    QList<QPointF> second = wave(4, 1.25);
    second[1].setY(NAN);
    auto named = makeLine(2, second);
    named.object = u"db, \"old\""_s;
    QVERIFY(views::exportCsv(
        {.title = {}, .lines = {makeLine(1, wave(10)), named}, .range = {t0, t0 + 40'000}}, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList rows = QString::fromUtf8(file.readAll()).split(u"\r\n"_s);
    QCOMPARE(rows.size(), 5); // heading, three moments, the end
    QCOMPARE(rows[0], u"time,vm1: CPU usage [%],\"db, \"\"old\"\": CPU usage [%]\""_s);
    QVERIFY2(rows[1].startsWith(u"2027-01-15T08:00:00.000Z,50,1.25"_s), qPrintable(rows[1]));
    QVERIFY(rows[2].endsWith(u','));
}

void TestPerformance::pngIsWritten()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"chart.png"_s);
    QVERIFY(views::exportPng({.title = u"h1"_s,
                              .lines = {makeLine(1, wave(60))},
                              .range = {t0, t0 + 1'200'000},
                              .size = {600, 300}},
                             path));
    QCOMPARE(QImage(path).size(), QSize(1200, 600));
    QVERIFY(!views::exportPng({.title = u"h1"_s, .lines = {}, .range = {t0, t0 + 1}},
                              u"/nonexistent/chart.png"_s));
}

void TestPerformance::pageAsksOnlyWhileVisibleAndNotPaused()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    views::PerformancePage page(session);
    page.setObject(world.h1);
    QCOMPARE(fake.queries.size(), 0U);
    page.show();
    QCOMPARE(fake.queries.size(), 1U);
    QVERIFY(fake.queries[0].objects.front() == core::model::ObjectRef(world.h1));
    QVERIFY(!fake.queries[0].since);
    page.hide();
    const auto asked = fake.queries.size();
    page.setTopic(views::ChartTopic::Disk);
    QCOMPARE(fake.queries.size(), asked);
}

void TestPerformance::pageAsksOnlyForWhatIsNew()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    const auto start = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now()) - 30min;
    fake.performance = [&](const PerformanceQuery &query) {
        std::vector<Series> answer;
        for (const Counter counter : query.counters)
            answer.push_back(makeSeries(query.objects.front(), counter, query.since.value_or(start), 3));
        return core::Result<std::vector<Series>>(answer);
    };
    views::PerformancePage page(session);
    page.setObject(world.web);
    page.show();
    auto *legend = page.findChild<QTreeView *>(u"legend"_s);
    QTRY_VERIFY(legend->model()->index(0, views::LegendModel::Latest).data().toString() != u"–"_s);
    QCOMPARE(legend->model()->index(0, views::LegendModel::Latest).data().toString(),
             u"50"_s); // 0.5 in percent
    page.hide();
    page.show();
    QVERIFY(fake.queries.back().since);
    page.setInterval(5s);
    QVERIFY(!fake.queries.back().since);
    QCOMPARE(fake.queries.back().interval, core::Duration(5s));
}

void TestPerformance::chartOfAYoungCoreIsNotAnEmptyHour()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    const auto start = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now()) - 30min;
    size_t samples = 6;
    fake.performance = [&](const PerformanceQuery &query) {
        return core::Result<std::vector<Series>>(
            std::vector{makeSeries(query.objects.front(), Counter::CpuUsageRatio, start, samples)});
    };
    views::PerformancePage page(session);
    page.setObject(world.web);
    page.show();
    auto *chart = page.findChild<views::PerformanceChartView *>(u"chart"_s);
    QTRY_COMPARE(chart->range().span(), std::chrono::milliseconds(5min).count());
    samples = 61; // twenty minutes and both ends
    page.hide();
    page.show();
    QTRY_COMPARE(chart->range().span(), std::chrono::milliseconds(20min).count());
    samples = 150;
    page.hide();
    page.show();
    QTRY_COMPARE(chart->range().span(), std::chrono::milliseconds(1h).count());
}

void TestPerformance::pageShowsWhyThereIsNothing()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    fake.performance = [](const PerformanceQuery &) {
        return core::Result<std::vector<Series>>(core::Error(core::errors::Denied));
    };
    views::PerformancePage page(session);
    page.setObject(world.web);
    page.show();
    const auto *message = page.findChild<QLabel *>(u"message"_s);
    QVERIFY(message->isVisible()); // no samples yet
    const QString before = message->text();
    QTRY_VERIFY(message->text() != before);
    QVERIFY(message->isVisible());
}

void TestPerformance::comparingHostsShowsALineEach()
{
    Session session({});
    auto &fake = coreOf(session);
    const auto world = tests::fill(fake);
    views::PerformancePage page(session);
    page.setObject(world.cluster);
    page.show();
    const auto *legend = page.findChild<QTreeView *>(u"legend"_s)->model();
    QCOMPARE(legend->rowCount(), 2);
    QCOMPARE(legend->index(0, views::LegendModel::Object).data().toString(), u"h1"_s);
    QCOMPARE(legend->index(1, views::LegendModel::Object).data().toString(), u"h2"_s);
}

void TestPerformance::historyIsAskedForTheRangeAndDrawnWithItsGaps()
{
    Session session({});
    auto &core = coreOf(session);
    const auto world = tests::fill(core);
    core.performance = [](const PerformanceQuery &query) {
        std::vector<Series> answer;
        if (query.interval) // what is live
            return core::Result<std::vector<Series>>(answer);
        const auto start = std::chrono::floor<std::chrono::minutes>(*query.since);
        Series averages{.object = query.objects.front(),
                        .counter = Counter::CpuUsageRatio,
                        .start = start,
                        .interval = 5min,
                        .values = std::vector<float>(288, 0.25F)};
        averages.values[100] = NAN;
        answer.push_back(averages);
        return core::Result<std::vector<Series>>(answer);
    };
    views::PerformancePage page(session);
    page.setObject(world.h1);
    page.show();
    page.setReach(std::chrono::days(1));
    QTRY_VERIFY(!core.queries.empty() && !core.queries.back().interval);
    const auto now = std::chrono::system_clock::now();
    const auto back = now - *core.queries.back().since; // within what the finest averages cover
    QVERIFY(back < std::chrono::hours(24) - 1min && back > std::chrono::hours(24) - 5min);
    QVERIFY(!core.queries.back().until);
    auto *chart = page.findChild<views::PerformanceChartView *>(u"chart"_s);
    QTRY_COMPARE(chart->chart()->series().size(), 2); // the gap parts the line
    QVERIFY(std::abs(chart->range().span() - 24 * 3'600'000LL) < 60'000);
    QVERIFY(!page.findChild<QComboBox *>(u"interval"_s)->isEnabled());
    const auto asked = core.queries.size();
    page.setReach(1h);
    QTRY_VERIFY(core.queries.size() > asked && core.queries.back().interval);
    QVERIFY(page.findChild<QComboBox *>(u"interval"_s)->isEnabled());
}

void TestPerformance::whatHappenedIsMarkedOnTheChart()
{
    Session session({});
    auto &core = coreOf(session);
    const auto world = tests::fill(core);
    views::PerformancePage page(session);
    page.setObject(world.web);
    page.show();
    QTRY_COMPARE(core.eventQueries.size(), 1U);
    QVERIFY(core.eventQueries[0].object == core::model::ObjectRef(world.web));
    QVERIFY(core.eventQueries[0].severities.empty()); // of a machine everything
    page.setObject(world.cluster);
    QTRY_COMPARE(core.eventQueries.size(), 2U);
    QVERIFY(!core.eventQueries[1].severities.empty());
    page.setEventsShown(false);
    page.setObject(world.web);
    QTest::qWait(0);
    QCOMPARE(core.eventQueries.size(), 2U);
    views::PerformanceChartView view;
    view.resize(600, 300);
    view.setLines({makeLine(1, wave(30))}, {t0, t0 + 600'000});
    const QImage before = view.grab().toImage();
    view.setMarkers({{.time = t0 + 300'000, .severity = core::model::Severity::Alert, .text = u"crashed"_s}});
    QVERIFY(view.grab().toImage() != before);
}

void TestPerformance::redrawOfTwentyLinesStaysShort()
{
    views::PerformanceChartView view;
    view.resize(1000, 500);
    view.show();
    std::vector<ChartLine> lines;
    for (int i = 0; i < 20; ++i)
        lines.push_back(makeLine(i, wave(720)));
    view.setLines(lines, {t0, t0 + 3'600'000});
    QElapsedTimer clock;
    clock.start();
    view.setLines(lines, {t0 + 20'000, t0 + 3'620'000});
    const qint64 update = clock.restart();
    view.grab();
    qInfo("20 lines of 720 points: update %lld ms, paint %lld ms", update, clock.elapsed());
    QVERIFY(update < 500);
}

QTEST_MAIN(TestPerformance)
#include "performance.moc"
