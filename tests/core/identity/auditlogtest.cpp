// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log: one line a record whatever is in it, a chain that shows every change, a full disk that is heard.
#include "core/identity/auditlog.h"
#include "core/identity/errors.h"
#include "tests/support/waitfor.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace core;
using namespace core::identity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::model::AuditRecord;
using tests::waitFor;

namespace {

AuditRecord record(const QString &what = u"vm.power-off"_s)
{
    return {.at = Instant(1'800'000'000s),
            .who = u"local\\ann"_s,
            .from = u"192.0.2.7"_s,
            .what = what,
            .object = u"vm/6c9a"_s,
            .result = u"succeeded"_s,
            .correlation = u"42"_s};
}

/// What the system lets a file of this program grow to, until the end of the block.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{static_cast<rlim_t>(bytes), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class AuditLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"audit.jsonl"_s);
    }

    void aRecordIsALineThatReadsBack();
    void onlyItsOwnerReadsIt();
    void whateverIsInARecordItIsOneHarmlessLine_data();
    void whateverIsInARecordItIsOneHarmlessLine();
    void longTextsAreCut();
    void theChainGoesOnAfterARestart();
    void everyChangeShows_data();
    void everyChangeShows();
    void theLastLineIsVouchedForByItsWriter();
    void whatACrashLeftUnfinishedIsRemovedAndSaid();
    void aFullDiskIsHeardAndLeavesNoPartOfALine();
    void twoProgramsDoNotWriteOne();
    void aLinkIsNotFollowed();

private:
    void write(int records)
    {
        AuditLog log(m_path);
        QVERIFY(waitFor(log.open()));
        for (int i = 0; i < records; ++i)
            QVERIFY(waitFor(log.append(record(u"operation %1"_s.arg(i)))));
    }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void overwrite(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void AuditLogTest::aRecordIsALineThatReadsBack()
{
    AuditLog log(m_path);
    QVERIFY(waitFor(log.open()));
    QVERIFY(waitFor(log.append(record())));
    const QByteArray text = content();
    QVERIFY(text.endsWith('\n'));
    QCOMPARE(text.count('\n'), 1);
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    QCOMPARE(*json::fromJson<AuditRecord>(json), record());
    QCOMPARE(json.value(u"number").toInt(), 1);
    QCOMPARE(*waitFor(log.verify()), (AuditCheck{.lines = 1}));
}

void AuditLogTest::onlyItsOwnerReadsIt()
{
    write(1);
    QCOMPARE(QFile::permissions(m_path) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
}

void AuditLogTest::whateverIsInARecordItIsOneHarmlessLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("line feed") << u"a\r\n{\"number\":2}"_s;
    QTest::newRow("escape") << u"\x1b[2J\x1b]0;title\x07"_s;
    QTest::newRow("C1") << u"\u009b2J"_s;
    QTest::newRow("delete") << u"\u007f"_s;
    QTest::newRow("zero") << QString(QChar(u'\0'));
    QTest::newRow("line separators") << u"\u2028\u2029\u0085"_s;
    QTest::newRow("right to left") << u"\u202etxt.exe\u2066"_s;
    QTest::newRow("no width") << u"a\u200bb\ufeff"_s;
    QTest::newRow("tag") << u"\U000e0041"_s;
    QTest::newRow("quotes") << u"\",\"who\":\"eve\\"_s;
    QTest::newRow("accents") << u"Zoë à Besançon"_s;
}

void AuditLogTest::whateverIsInARecordItIsOneHarmlessLine()
{
    QFETCH(QString, text);
    AuditRecord made = record();
    made.who = text;
    made.object = text;
    const QByteArray line = auditLine(made, 1, QByteArray());
    const QString shown = QString::fromUtf8(line);
    for (const QChar each : shown)
        QVERIFY(each.isPrint());
    QCOMPARE(*json::fromJson<AuditRecord>(QJsonDocument::fromJson(line).object()), made);
}

void AuditLogTest::longTextsAreCut()
{
    AuditRecord made = record();
    made.who = QString(1 << 20, u'\x1b');
    made.what = QString(1 << 20, u'x');
    const QByteArray line = auditLine(made, 1, QByteArray());
    QVERIFY(line.size() < 10'000);
    const auto read = json::fromJson<AuditRecord>(QJsonDocument::fromJson(line).object());
    QCOMPARE(read->what, QString(1000, u'x') + u'…');
    QCOMPARE(read->result, made.result);
}

void AuditLogTest::theChainGoesOnAfterARestart()
{
    write(3);
    write(2);
    QCOMPARE(*verifyAuditLog(m_path), (AuditCheck{.lines = 5}));
}

void AuditLogTest::everyChangeShows_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("line");
    QTest::newRow("a word in the third") << u"alter"_s << 3;
    QTest::newRow("the third is gone") << u"remove"_s << 3;
    QTest::newRow("the first is gone") << u"behead"_s << 1;
    QTest::newRow("the second and third have changed places") << u"swap"_s << 2;
    QTest::newRow("one between the second and the third") << u"insert"_s << 3;
    QTest::newRow("not JSON in the third") << u"garble"_s << 3;
}

void AuditLogTest::everyChangeShows()
{
    QFETCH(QString, change);
    QFETCH(int, line);
    write(5);
    QList<QByteArray> lines = content().trimmed().split('\n');
    if (change == u"alter")
        lines[2].replace("operation 2", "operation 9");
    else if (change == u"remove")
        lines.removeAt(2);
    else if (change == u"behead")
        lines.removeFirst();
    else if (change == u"swap")
        lines.swapItemsAt(1, 2);
    else if (change == u"insert")
        lines.insert(2, lines.at(1));
    else
        lines[2] = "garbage";
    overwrite(lines.join('\n') + '\n');
    QCOMPARE(verifyAuditLog(m_path)->firstBroken, std::optional<qint64>(line));
}

void AuditLogTest::theLastLineIsVouchedForByItsWriter()
{
    AuditLog log(m_path);
    QVERIFY(waitFor(log.open()));
    for (int i = 0; i < 3; ++i)
        QVERIFY(waitFor(log.append(record())));
    const QByteArray before = content();
    QByteArray altered = before;
    altered.replace(altered.lastIndexOf("ann"), 3, "eve");
    overwrite(altered);
    QCOMPARE(waitFor(log.verify())->firstBroken, std::optional<qint64>(3));
    overwrite(before.left(before.chopped(1).lastIndexOf('\n') + 1));
    QCOMPARE(waitFor(log.verify())->firstBroken, std::optional<qint64>(2));
    overwrite(before);
    QCOMPARE(*waitFor(log.verify()), (AuditCheck{.lines = 3}));
}

void AuditLogTest::whatACrashLeftUnfinishedIsRemovedAndSaid()
{
    write(2);
    overwrite(content() + R"({"at":"2026-)");
    write(1);
    QCOMPARE(*verifyAuditLog(m_path), (AuditCheck{.lines = 4}));
    const auto said = QJsonDocument::fromJson(content().split('\n').at(2)).object();
    QCOMPARE(said.value(u"what").toString(), u"audit.recover"_s);
    QVERIFY(said.value(u"result").toString().contains(u"12 bytes"));
}

void AuditLogTest::aFullDiskIsHeardAndLeavesNoPartOfALine()
{
    AuditLog log(m_path);
    QVERIFY(waitFor(log.open()));
    QVERIFY(waitFor(log.append(record())));
    const QByteArray before = content();
    {
        const FileSizeLimit limit(before.size() + 20);
        const auto refused = waitFor(log.append(record()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QString(identity::errors::AuditFull.name));
        QCOMPARE(refused.error().params.value(u"path").toString(), m_path);
        QCOMPARE(content(), before);
    }
    QVERIFY(waitFor(log.append(record())));
    QCOMPARE(*waitFor(log.verify()), (AuditCheck{.lines = 2}));
}

void AuditLogTest::twoProgramsDoNotWriteOne()
{
    AuditLog first(m_path);
    QVERIFY(waitFor(first.open()));
    AuditLog second(m_path);
    QVERIFY(waitFor(second.open()).error().is(identity::errors::AuditFailed));
    QVERIFY(waitFor(second.append(record())).error().is(identity::errors::AuditFailed));
    QVERIFY(content().isEmpty());
}

void AuditLogTest::aLinkIsNotFollowed()
{
    QVERIFY(QFile::link(m_dir->filePath(u"elsewhere"_s), m_path));
    AuditLog log(m_path);
    QVERIFY(waitFor(log.open()).error().is(identity::errors::AuditFailed));
    QVERIFY(!QFile::exists(m_dir->filePath(u"elsewhere"_s)));
}

QTEST_GUILESS_MAIN(AuditLogTest)
#include "auditlogtest.moc"
