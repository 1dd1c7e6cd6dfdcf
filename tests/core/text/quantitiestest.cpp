// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/language.h"
#include "core/text/text.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::literals;
using namespace std::chrono_literals;

class QuantitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(text::setLanguage(u"en")); }
    void bytesTakeTheUnitThatFits_data();
    void bytesTakeTheUnitThatFits();
    void frenchHasItsOwnUnitsAndAComma();
    void frequenciesAreInMegahertzOrGigahertz();
    void percentIsWhole();
    void durationsHaveTwoPartsAtMost_data();
    void durationsHaveTwoPartsAtMost();
    void agesAreSentences();
    void todayNeedsNoDate();
    void wireValuesBecomeTheUnitOfTheChart();
};

void QuantitiesTest::bytesTakeTheUnitThatFits_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << u"0 B"_s;
    QTest::newRow("bytes") << qint64(1023) << u"1,023 B"_s;
    QTest::newRow("one KiB") << qint64(1024) << u"1 KiB"_s;
    QTest::newRow("half") << (1536_MiB).count() << u"1.5 GiB"_s;
    QTest::newRow("whole") << (64_GiB).count() << u"64 GiB"_s;
    QTest::newRow("just under the next unit") << (1024_GiB).count() - 1 << u"1 TiB"_s;
}

void QuantitiesTest::bytesTakeTheUnitThatFits()
{
    QFETCH(const qint64, count);
    QTEST(text::bytes(Bytes(count)), "text");
}

void QuantitiesTest::frenchHasItsOwnUnitsAndAComma()
{
    QVERIFY(text::setLanguage(u"fr"));
    QCOMPARE(text::bytes(1536_MiB), u"1,5\u00a0Gio"_s);
    QCOMPARE(text::megaHertz(2400_MHz), u"2,40\u00a0GHz"_s);
    QCOMPARE(text::percent(0.37), u"37\u00a0%"_s);
    QCOMPARE(text::counterUnit(model::Counter::MemoryUsed), u"Mio"_s);
    QCOMPARE(text::ago(12s), u"il y a 12\u00a0s"_s);
}

void QuantitiesTest::frequenciesAreInMegahertzOrGigahertz()
{
    QCOMPARE(text::megaHertz(800_MHz), u"800 MHz"_s);
    QCOMPARE(text::megaHertz(2400_MHz), u"2.40 GHz"_s);
}

void QuantitiesTest::percentIsWhole()
{
    QCOMPARE(text::percent(0.374), u"37 %"_s);
    QCOMPARE(text::percent(1.0), u"100 %"_s);
}

void QuantitiesTest::durationsHaveTwoPartsAtMost_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << qint64(250) << u"250 ms"_s;
    QTest::newRow("seconds") << qint64(12'900) << u"12 s"_s;
    QTest::newRow("minutes") << qint64(192'000) << u"3 min 12 s"_s;
    QTest::newRow("hours") << qint64(7'500'000) << u"2 h 5 min"_s;
    QTest::newRow("days") << qint64(4 * 86'400'000 + 3 * 3'600'000) << u"4 d 3 h"_s;
}

void QuantitiesTest::durationsHaveTwoPartsAtMost()
{
    QFETCH(const qint64, milliseconds);
    QTEST(text::duration(Duration(milliseconds)), "text");
}

void QuantitiesTest::agesAreSentences()
{
    QCOMPARE(text::ago(12s), u"12 s ago"_s);
    QCOMPARE(text::ago(300ms), u"just now"_s);
}

void QuantitiesTest::todayNeedsNoDate()
{
    const QDateTime noon(QDate::currentDate(), QTime(12, 0, 5));
    const QDateTime earlier(QDate(2020, 2, 29), QTime(8, 1, 2));
    const auto instant = [](const QDateTime &time) { return Instant(Duration(time.toMSecsSinceEpoch())); };
    QCOMPARE(text::timeOfDay(instant(noon)), u"12:00:05"_s);
    QCOMPARE(text::timeOfDay(instant(earlier)), u"2020-02-29 08:01:02"_s);
    QVERIFY(text::setLanguage(u"fr"));
    QCOMPARE(text::timeOfDay(instant(earlier)), u"29/02/2020 08:01:02"_s);
}

void QuantitiesTest::wireValuesBecomeTheUnitOfTheChart()
{
    QCOMPARE(text::counterValue(model::Counter::CpuUsageRatio, 0.5), 50.0);
    QCOMPARE(text::counterValue(model::Counter::MemoryUsed, 2.0 * 1024 * 1024), 2.0);
    QCOMPARE(text::counterValue(model::Counter::NetworkSent, 2048), 2.0);
    QCOMPARE(text::counterUnit(model::Counter::NetworkSent), u"KiB/s"_s);
    QCOMPARE(text::counterValue(model::Counter::CpuReadyMs, 7), 7.0);
}

QTEST_GUILESS_MAIN(QuantitiesTest)
#include "quantitiestest.moc"
