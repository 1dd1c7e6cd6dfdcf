// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters.h"
#include "core/drs/files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace drstest;
using core::Error;
namespace errors = core::drs::errors;

/// The files, also those of strangers.
class DrsInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead();
    void absentIsTheDefault();
    void aMistakeIsNamedByItsPlace_data();
    void aMistakeIsNamedByItsPlace();
    void brokenFilesNeverCrash();
};

namespace {

const QByteArray small = R"({"format":"drs-instance/1","hosts":[{"id":"a","cpu":100,"mem":1000},
 {"id":"b","cpu":100,"mem":1000}],"vms":[{"id":"v","host":"a","mem":10,"cpu_demand":5}],
 "pools":[{"id":"root/p","parent":"root"}],
 "rules":[{"id":"r","type":"vm-host-must","vms":["v"],"hosts":["a"]}]})";

} // namespace

void DrsInstanceTest::whatIsWrittenIsRead()
{
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Instance instance = anyCluster(seed);
        const QJsonObject json = toJson(instance);
        const auto again = readInstance(QJsonDocument(json).toJson());
        QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().detail));
        QCOMPARE(toJson(*again), json);
    }
}

void DrsInstanceTest::absentIsTheDefault()
{
    const auto read = readInstance(small);
    QVERIFY(read.has_value());
    QCOMPARE(read->config.threshold, 3);
    QCOMPARE(read->config.maxMoves, -1);
    const Machine &machine = read->machines.front();
    QCOMPARE(machine.cpuShares, Amount(4'000));
    QCOMPARE(machine.memoryShares, Amount(163'840));
    QCOMPARE(machine.cpuLimit, unlimited);
    QCOMPARE(machine.sinceMove, 99'999);
    QVERIFY(read->pools.front().isExpandable);
    QVERIFY(read->rules.front().enabled);
}

void DrsInstanceTest::aMistakeIsNamedByItsPlace_data()
{
    QTest::addColumn<QByteArray>("instead");
    QTest::addColumn<QByteArray>("of");
    QTest::addColumn<QString>("where");
    QTest::newRow("format") << QByteArray("drs-instance/9") << QByteArray("drs-instance/1") << u"format"_s;
    QTest::newRow("no capacity") << QByteArray(R"("id":"b","cpu":0)") << QByteArray(R"("id":"b","cpu":100)")
                                 << u"hosts[1].cpu"_s;
    QTest::newRow("text for number") << QByteArray(R"("cpu_demand":"5")") << QByteArray(R"("cpu_demand":5)")
                                     << u"vms[0].cpu_demand"_s;
    QTest::newRow("not whole") << QByteArray(R"("cpu_demand":5.5)") << QByteArray(R"("cpu_demand":5)")
                               << u"vms[0].cpu_demand"_s;
    QTest::newRow("absurd") << QByteArray(R"("cpu_demand":1e300)") << QByteArray(R"("cpu_demand":5)")
                            << u"vms[0].cpu_demand"_s;
    QTest::newRow("unknown host") << QByteArray(R"("host":"z")") << QByteArray(R"("host":"a")")
                                  << u"vms[0].host"_s;
    QTest::newRow("twice") << QByteArray(R"("id":"a","cpu":100,"mem":1000},
 {"id":"a")") << QByteArray(R"("id":"a","cpu":100,"mem":1000},
 {"id":"b")") << u"hosts[1].id"_s;
    QTest::newRow("unknown machine") << QByteArray(R"("vms":["w"])") << QByteArray(R"("vms":["v"])")
                                     << u"rules[0].vms[0]"_s;
    QTest::newRow("unknown type") << QByteArray("vm-host-maybe") << QByteArray("vm-host-must")
                                  << u"rules[0].type"_s;
    QTest::newRow("circle") << QByteArray(R"("parent":"root/p")") << QByteArray(R"("parent":"root")")
                            << u"pools[0].parent"_s;
    QTest::newRow("not a list") << QByteArray(R"("pools":{})")
                                << QByteArray(R"("pools":[{"id":"root/p","parent":"root"}])") << u"pools"_s;
}

void DrsInstanceTest::aMistakeIsNamedByItsPlace()
{
    QFETCH(QByteArray, instead);
    QFETCH(QByteArray, of);
    QFETCH(QString, where);
    QByteArray file = small;
    QVERIFY(file.contains(of));
    file.replace(of, instead);
    const auto read = readInstance(file);
    QVERIFY(!read.has_value());
    QVERIFY(read.error().is(errors::BadInstance));
    QCOMPARE(read.error().params[u"where"].toString(), where);
    QVERIFY(read.error().detail.startsWith(where));
}

/// Bytes changed, cut and doubled at random: an error or an instance that can be planned, nothing else.
void DrsInstanceTest::brokenFilesNeverCrash()
{
    std::mt19937 chance(11);
    const QByteArray whole = QJsonDocument(toJson(anyCluster(5))).toJson(QJsonDocument::Compact);
    int planned = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray file = round % 2 == 0 ? small : whole;
        for (std::uint32_t change = 0; change <= chance() % 4; ++change) {
            const auto place = static_cast<qsizetype>(chance() % static_cast<std::uint32_t>(file.size()));
            switch (chance() % 4) {
            case 0: file[place] = static_cast<char>(chance() % 256); break;
            case 1: file.remove(place, static_cast<qsizetype>(chance() % 20)); break;
            case 2: file.insert(place, file.mid(place, static_cast<qsizetype>(chance() % 40))); break;
            default: file[place] = "0123456789-\"[]{},:"[chance() % 18]; break;
            }
        }
        const auto read = readInstance(file);
        if (!read) {
            QVERIFY(read.error().is(errors::BadInstance));
            continue;
        }
        const Plan found = plan(*read, {.work = 50'000});
        QVERIFY(found.moves.size() <= 4 * read->machines.size());
        ++planned;
    }
    QVERIFY(planned > 0);
}

QTEST_GUILESS_MAIN(DrsInstanceTest)
#include "instancetest.moc"
