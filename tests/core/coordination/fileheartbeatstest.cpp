// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coordination/files/fileheartbeats.h"
#include "core/coordination/files/heartbeatjson.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::coordination;
using namespace std::chrono_literals;

/// Heartbeats on datastores, as files.
class FileHeartbeatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneHostWritesAnotherReads();
    void halfOfOneIsNone();
    void aConditionOfALaterVersionIsNotGuessed();
    void aDatastoreThatIsNotThereIsUnreadable();
};

namespace {

const Names names{u"c1"_s, {u"host-a"_s, u"host-b"_s}, {u"vm-1"_s, u"vm-2"_s}};

ha::StoreHeartbeat sample()
{
    auto report = std::make_shared<ha::HostReport>();
    report->boot = ha::BootId{4};
    report->sequence = (std::uint64_t(3) << 32U) + 5;
    report->watchdog = ha::WatchdogKind::Hardware;
    report->isIsolated = true;
    report->stores = 3;
    report->vms = {{ha::VmRef{0}, 2, ha::Condition::Running, ha::Cause::None, true},
                   {ha::VmRef{1}, 9, ha::Condition::Released, ha::Cause::Isolated, false}};
    return {17, ha::BootId{4}, report};
}

} // namespace

void FileHeartbeatsTest::whatOneHostWritesAnotherReads()
{
    QTemporaryDir datastore;
    std::vector<ha::Input> inputs;
    const auto receive = [&](ha::Input input) { inputs.push_back(std::move(input)); };
    FileHeartbeats writer({datastore.path()}, names, ha::HostRef{0}, receive);
    FileHeartbeats reader({datastore.path()}, names, ha::HostRef{1}, receive);
    writer.write({ha::StoreRef{0}, 7s, sample()});
    QTRY_COMPARE(inputs.size(), 1U);
    QCOMPARE(std::get<ha::HeartbeatWrittenOn>(inputs[0]).sentAt, Duration(7s));
    reader.read({ha::HostRef{0}, ha::StoreRef{0}});
    QTRY_COMPARE(inputs.size(), 2U);
    const auto &read = std::get<ha::HeartbeatRead>(inputs[1]);
    QVERIFY(read.isReadable);
    QCOMPARE(read.heartbeat.beat, 17U);
    QCOMPARE(read.heartbeat.boot, ha::BootId{4});
    QCOMPARE(read.heartbeat.report->sequence, sample().report->sequence);
    QCOMPARE(read.heartbeat.report->watchdog, ha::WatchdogKind::Hardware);
    QVERIFY(read.heartbeat.report->isIsolated);
    QVERIFY(read.heartbeat.report->vms == sample().report->vms);
}

void FileHeartbeatsTest::halfOfOneIsNone()
{
    const QByteArray whole = writeHeartbeat(sample(), names);
    QVERIFY(readHeartbeat(whole, names));
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!readHeartbeat(whole.left(length), names));
}

void FileHeartbeatsTest::aConditionOfALaterVersionIsNotGuessed()
{
    QByteArray later = writeHeartbeat(sample(), names);
    QVERIFY(!readHeartbeat(later.replace("released", "dreaming"), names));
}

void FileHeartbeatsTest::aDatastoreThatIsNotThereIsUnreadable()
{
    std::vector<ha::Input> inputs;
    FileHeartbeats reader({u"/nonexistent"_s, QString()}, names, ha::HostRef{1},
                          [&](ha::Input input) { inputs.push_back(std::move(input)); });
    reader.read({ha::HostRef{0}, ha::StoreRef{0}});
    QTRY_COMPARE(inputs.size(), 1U);
    QVERIFY(!std::get<ha::HeartbeatRead>(inputs[0]).isReadable);
    reader.read({ha::HostRef{0}, ha::StoreRef{1}});
    QTRY_COMPARE(inputs.size(), 2U);
    QVERIFY(!std::get<ha::HeartbeatRead>(inputs[1]).isReadable);
}

QTEST_GUILESS_MAIN(FileHeartbeatsTest)
#include "fileheartbeatstest.moc"
