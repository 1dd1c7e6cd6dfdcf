// SPDX-License-Identifier: GPL-3.0-or-later
// Real hosts and guests: a host is emptied without a guest losing a tick, and one that is loaded is relieved by live
// migrations where its cluster may do so by itself; else it is only recommended.
#include "tests/endtoend/labprograms.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace endtoend;

/// One lab of three hosts and seven guests, used in the order of the tests.
class DrsLabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aHostIsEmptiedAndNoGuestLosesATick();
    void aManualClusterOnlyRecommends();
    void anAutomatedClusterRelievesTheLoadedHost();
    void everyPlanIsWrittenDown();

private:
    [[nodiscard]] QStringList runningOn(const QString &host) const;
    [[nodiscard]] QList<int> ticksOf(const QString &guest) const;
    void burn(const QString &guest);
    [[nodiscard]] QJsonArray recommendations() const;

    LabPrograms m_lab;
    QJsonArray m_guests;
};

namespace {

const QString json = u"json"_s;
const QStringList asJson{u"-o"_s, u"json"_s};

QStringList movesOf(const QJsonArray &recommendations)
{
    QStringList moves;
    for (const QJsonValue &each : recommendations) {
        for (const QJsonValue &move : each[u"moves"].toArray())
            moves += move[u"vmName"].toString() + u' ' + move[u"fromName"].toString();
    }
    return moves;
}

} // namespace

void DrsLabTest::initTestCase()
{
    const Ran up = m_lab.lab({u"up"_s, u"--hosts"_s, u"3"_s, u"--guests"_s, u"7"_s, u"--json"_s});
    QVERIFY2(up.code == 0, up.said().constData());
    m_guests = up.json().value(u"guests"_s).toArray();
    const auto isConnected = [](const QJsonValue &host) { return host[u"state"] == u"connected"_s; };
    QVERIFY(becomes([&] {
        const QJsonArray hosts = m_lab.ctl(QStringList{u"get"_s, u"hosts"_s} + asJson).items();
        return hosts.size() == 3 && std::all_of(hosts.begin(), hosts.end(), isConnected);
    }));
}

void DrsLabTest::cleanupTestCase()
{
    const Ran down = m_lab.lab({u"down"_s});
    QVERIFY2(down.code == 0, down.said().constData());
}

QStringList DrsLabTest::runningOn(const QString &host) const
{
    return QString::fromUtf8(m_lab.virsh(host, {u"list"_s, u"--name"_s}).out)
        .split(u'\n', Qt::SkipEmptyParts);
}

QList<int> DrsLabTest::ticksOf(const QString &guest) const
{
    QList<int> ticks;
    for (const QJsonValue &each : m_guests) {
        QFile log(each[u"serial_log"].toString());
        if (each[u"name"].toString() != guest || !log.open(QIODevice::ReadOnly))
            continue;
        static const QRegularExpression pattern(u"tick (\\d+)\\s"_s);
        for (auto found = pattern.globalMatch(QString::fromLatin1(log.readAll())); found.hasNext();)
            ticks += found.next().captured(1).toInt();
    }
    return ticks;
}

QJsonArray DrsLabTest::recommendations() const
{
    return m_lab.ctl(QStringList{u"cluster"_s, u"drs-recommendations"_s, u"Lab"_s} + asJson)
        .json()
        .value(u"recommendations"_s)
        .toArray();
}

void DrsLabTest::aHostIsEmptiedAndNoGuestLosesATick()
{
    QVERIFY(becomes([&] { return runningOn(u"h1"_s).size() == 3 && !ticksOf(u"web-01"_s).isEmpty(); }));
    const QStringList guests = runningOn(u"h1"_s);
    const Ran preview = m_lab.ctl(QStringList{u"host"_s, u"evacuation"_s, u"h1"_s} + asJson);
    QVERIFY2(preview.code == 0, preview.said().constData());
    QCOMPARE(movesOf(preview.json().value(u"recommendations"_s).toArray()).size(), guests.size());
    const Ran entered = m_lab.ctl({u"host"_s, u"enter-maintenance"_s, u"h1"_s});
    QVERIFY2(entered.code == 0, entered.said().constData());
    QCOMPARE(m_lab.object(u"hosts"_s, u"h1"_s).value(u"maintenance"_s).toString(), u"in-maintenance"_s);
    QVERIFY(runningOn(u"h1"_s).isEmpty());
    const QStringList elsewhere = runningOn(u"h2"_s) + runningOn(u"h3"_s);
    for (const QString &guest : guests)
        QVERIFY2(elsewhere.contains(guest), qPrintable(guest));
    const Ran back =
        m_lab.ctl(QStringList{u"vm"_s, u"migrate"_s, guests.front(), u"--host"_s, u"h1"_s} + asJson);
    QCOMPARE(back.code, 1);
    QCOMPARE(back.errorCode(), u"operation.host-in-maintenance"_s);
    const auto last = ticksOf(u"web-01"_s).size();
    QVERIFY(becomes([&] { return ticksOf(u"web-01"_s).size() > last + 1; }));
    const QList<int> ticks = ticksOf(u"web-01"_s);
    for (qsizetype i = 1; i < ticks.size(); ++i)
        QCOMPARE(ticks[i], ticks[i - 1] + 1); // one that had started anew would count from 1
    const Ran left = m_lab.ctl({u"host"_s, u"exit-maintenance"_s, u"h1"_s});
    QVERIFY2(left.code == 0, left.said().constData());
}

/// From its next start on the guest touches far more memory than it has, as fast as it can.
void DrsLabTest::burn(const QString &guest)
{
    QString disk;
    for (const QJsonValue &each : m_lab.object(u"vms"_s, guest).value(u"disks"_s).toArray())
        disk = disk.isEmpty() ? each[u"source"].toString() : disk;
    QVERIFY(!disk.isEmpty());
    QCOMPARE(m_lab.ctl({u"vm"_s, u"power-off"_s, guest}).code, 0);
    const Ran written = run(u"qemu-io"_s, {u"-f"_s, u"qcow2"_s, u"-c"_s, u"write -P 0xff 0x1f0 2"_s, disk});
    QVERIFY2(written.code == 0, written.said().constData());
    QCOMPARE(m_lab.ctl({u"vm"_s, u"power-on"_s, guest}).code, 0);
}

void DrsLabTest::aManualClusterOnlyRecommends()
{
    const Ran set = m_lab.ctl({u"cluster"_s, u"set-drs"_s, u"Lab"_s, u"--enabled"_s, u"--automation"_s,
                               u"manual"_s, u"--threshold"_s, u"5"_s});
    QVERIFY2(set.code == 0, set.said().constData());
    for (const char *guest : {"web-01", "node-07"}) { // both on h2, and busy
        const QString name = QString::fromLatin1(guest);
        if (!runningOn(u"h2"_s).contains(name)) {
            const Ran moved = m_lab.ctl({u"vm"_s, u"migrate"_s, name, u"--host"_s, u"h2"_s});
            QVERIFY2(moved.code == 0, moved.said().constData());
        }
        burn(name);
    }
    QJsonArray found;
    QVERIFY(becomes([&] { // until there are readings of what they do now
        if (m_lab.ctl({u"cluster"_s, u"drs-run"_s, u"Lab"_s}).code != 0)
            return false;
        found = recommendations();
        return movesOf(found).join(u'\n').contains(u" h2"_s) || found.size() > 0;
    }));
    QVERIFY(!found.isEmpty());
    QVERIFY(!found.at(0)[u"reason"].toString().isEmpty());
    QVERIFY(found.at(0)[u"scoreAfter"].toDouble() < found.at(0)[u"scoreBefore"].toDouble());
    for (const char *guest : {"web-01", "node-07"})
        QVERIFY(runningOn(u"h2"_s).contains(QString::fromLatin1(guest)));
}

void DrsLabTest::anAutomatedClusterRelievesTheLoadedHost()
{
    const Ran set = m_lab.ctl(
        {u"cluster"_s, u"set-drs"_s, u"Lab"_s, u"--automation"_s, u"full"_s, u"--threshold"_s, u"5"_s});
    QVERIFY2(set.code == 0, set.said().constData());
    QVERIFY(becomes([&] {
        const Ran ran = m_lab.ctl({u"cluster"_s, u"drs-run"_s, u"Lab"_s});
        return ran.code == 0
            && !m_lab.ctl(QStringList{u"cluster"_s, u"drs-history"_s, u"Lab"_s} + asJson).items().isEmpty();
    }));
    const QJsonArray history =
        m_lab.ctl(QStringList{u"cluster"_s, u"drs-history"_s, u"Lab"_s} + asJson).items();
    const QJsonObject move = history.at(history.size() - 1)[u"move"].toObject();
    QVERIFY(runningOn(move.value(u"toName"_s).toString()).contains(move.value(u"vmName"_s).toString()));
}

void DrsLabTest::everyPlanIsWrittenDown()
{
    const QStringList dumps = QDir(m_lab.coreDirectory() + u"/drs-dumps"_s).entryList({u"*.json"_s});
    QVERIFY(!dumps.isEmpty());
    const Ran replayed =
        run(qEnvironmentVariable("VIGIE_BIN") + u"/vigiectl"_s,
            {u"drs"_s, u"plan"_s, m_lab.coreDirectory() + u"/drs-dumps/"_s + dumps.last(), u"-o"_s, json});
    QVERIFY2(replayed.code == 0, replayed.said().constData());
    QCOMPARE(replayed.json().value(u"format"_s).toString(), u"drs-plan/1"_s);
}

QTEST_GUILESS_MAIN(DrsLabTest)
#include "drslabtest.moc"
