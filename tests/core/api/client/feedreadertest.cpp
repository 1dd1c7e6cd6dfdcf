// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/feedreader.h"

#include <QTest>

using core::api::client::FeedFrame;
using core::api::client::FeedReader;

/// Frames come out whole, however the stream was cut.
class FeedReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesAreWholeHoweverTheyWereCut_data();
    void framesAreWholeHoweverTheyWereCut();
    void aLongLineInManyPiecesIsReadOnce();
    void aPieceMayEndRightAfterALine();
};

void FeedReaderTest::framesAreWholeHoweverTheyWereCut_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 2, 3, 7, 1000})
        QTest::addRow("%d bytes", piece) << piece;
}

void FeedReaderTest::framesAreWholeHoweverTheyWereCut()
{
    QFETCH(const int, piece);
    const QByteArray stream = ": here\n\nid: e.1\r\nevent: changes\r\ndata: {}\r\n\r\nid: e.2\nevent: task\n"
                              "data: a\ndata: b\n\n";
    FeedReader reader;
    std::vector<FeedFrame> frames;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        for (FeedFrame &frame : reader.take(stream.mid(at, piece)))
            frames.push_back(std::move(frame));
    }
    QCOMPARE(frames.size(), size_t(2));
    QCOMPARE(frames[0].id, "e.1");
    QCOMPARE(frames[0].event, "changes");
    QCOMPARE(frames[0].data, "{}");
    QCOMPARE(frames[1].id, "e.2");
    QCOMPARE(frames[1].data, "a\nb");
}

/// Searched from its beginning with each piece, this line would take minutes: the test's limit.
void FeedReaderTest::aLongLineInManyPiecesIsReadOnce()
{
    constexpr int pieces = 64 << 10;
    const QByteArray piece(1024, 'x');
    FeedReader reader;
    QVERIFY(reader.take("event: changes\ndata: ").empty());
    for (int i = 0; i < pieces; ++i)
        QVERIFY(reader.take(piece).empty());
    const auto frames = reader.take("\n\n");
    QCOMPARE(frames.size(), size_t(1));
    QCOMPARE(frames[0].data.size(), qsizetype(pieces) * 1024);
}

void FeedReaderTest::aPieceMayEndRightAfterALine()
{
    FeedReader reader;
    QVERIFY(reader.take("event: a\n").empty());
    QVERIFY(reader.take("data: 1\n").empty());
    const auto frames = reader.take("\nevent: b\ndata: 2\n\n");
    QCOMPARE(frames.size(), size_t(2));
    QCOMPARE(frames[1].event, "b");
}

QTEST_GUILESS_MAIN(FeedReaderTest)
#include "feedreadertest.moc"
