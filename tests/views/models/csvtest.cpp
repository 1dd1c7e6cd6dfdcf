// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/csv.h"

#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void fill(QStandardItemModel &model, int rows)
{
    model.setHorizontalHeaderLabels({u"Name"_s, u"State"_s});
    for (int row = 0; row < rows; ++row)
        model.appendRow({new QStandardItem(u"vm%1"_s.arg(row)), new QStandardItem(u"on"_s)});
}

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreQuotedAsTheRfcSays_data();
    void cellsAreQuotedAsTheRfcSays();
    void theChosenColumnsComeInTheirOrder();
    void theFileIsTheTableAsItStood();
    void aTableThatIsAlwaysSortedAnewIsWrittenToo();
    void aDirectoryThatIsNotThereIsAnError();
};

void CsvTest::cellsAreQuotedAsTheRfcSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << u"web01"_s << u"web01"_s;
    QTest::newRow("comma") << u"1,5 Gio"_s << u"\"1,5 Gio\""_s;
    QTest::newRow("quote") << u"say \"hi\""_s << u"\"say \"\"hi\"\"\""_s;
    QTest::newRow("lines") << u"a\r\nb"_s << u"\"a\r\nb\""_s;
    QTest::newRow("formula") << u"=HYPERLINK(\"x\",\"y\")"_s << u"\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""_s;
    QTest::newRow("plus") << u"+33 1"_s << u"'+33 1"_s;
    QTest::newRow("minus") << u"-2"_s << u"'-2"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("empty") << QString() << QString();
}

void CsvTest::cellsAreQuotedAsTheRfcSays()
{
    QFETCH(const QString, text);
    QFETCH(const QString, cell);
    QCOMPARE(views::csvCell(text), cell);
}

void CsvTest::theChosenColumnsComeInTheirOrder()
{
    const QTemporaryDir directory;
    QStandardItemModel model;
    fill(model, 2);
    const QString path = directory.filePath(u"list.csv"_s);
    auto *out = new views::CsvExport(model, {1, 0}, path, this);
    QSignalSpy finished(out, &views::CsvExport::finished);
    out->start();
    QVERIFY(finished.wait());
    QCOMPARE(contentOf(path), QByteArray("State,Name\r\non,vm0\r\non,vm1\r\n"));
}

void CsvTest::theFileIsTheTableAsItStood()
{
    const QTemporaryDir directory;
    QStandardItemModel model;
    fill(model, 40'000);
    const QString path = directory.filePath(u"list.csv"_s);
    auto *out = new views::CsvExport(model, {}, path, this);
    QSignalSpy finished(out, &views::CsvExport::finished);
    out->start();
    model.removeRow(1); // vm1: nothing was written yet
    model.insertRow(0, {new QStandardItem(u"early"_s), new QStandardItem(u"on"_s)});
    QVERIFY(finished.wait());
    const QList<QByteArray> lines = contentOf(path).trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 40'000 - 1);
    QCOMPARE(lines[1], QByteArray("vm0,on\r"));
    QVERIFY(lines[2].startsWith("vm2,"));
    QVERIFY(lines.last().startsWith("vm39999,"));
}

void CsvTest::aTableThatIsAlwaysSortedAnewIsWrittenToo()
{
    const QTemporaryDir directory;
    QStandardItemModel model;
    fill(model, 2'000);
    const QString path = directory.filePath(u"list.csv"_s);
    auto *out = new views::CsvExport(model, {0}, path, this);
    QSignalSpy finished(out, &views::CsvExport::finished);
    out->start();
    QTimer busy;
    connect(&busy, &QTimer::timeout, &model, [&model, up = false]() mutable {
        up = !up;
        model.sort(0, up ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
    busy.start(0);
    QVERIFY(finished.wait());
    const QList<QByteArray> lines = contentOf(path).trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 2'000);
    QVERIFY(lines[1].startsWith("vm0"));
    QVERIFY(lines.last().startsWith("vm1999"));
}

void CsvTest::aDirectoryThatIsNotThereIsAnError()
{
    QStandardItemModel model;
    fill(model, 1);
    auto *out = new views::CsvExport(model, {}, u"/nonexistent/list.csv"_s, this);
    bool failed = false;
    connect(out, &views::CsvExport::finished, this,
            [&](const core::Result<void> &result) { failed = !result; });
    out->start();
    QTRY_VERIFY(failed);
}

QTEST_MAIN(CsvTest)
#include "csvtest.moc"
