// SPDX-License-Identifier: GPL-3.0-or-later
// The feed: resumed where it was left, resynced where that is not possible, and bounded for who does not read.
#include "core/simulation/simulatedclock.h"
#include "tests/core/api/serverfixture.h"

#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace core;
using namespace apitest;
using namespace core::api;
using namespace core::api::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A listener that keeps what it hears.
struct Ear : public FeedSink {
    QByteArrayList heard;

    bool send(const QByteArray &frame) override
    {
        heard += frame;
        return !ended;
    }
    void end() override { ended = true; }
    [[nodiscard]] QByteArray all() const { return heard.join(); }

    bool ended = false;
};

const identity::Caller ann{.identity = {.principal = u"local\\ann"_s}};

/// Ann is administrator of it.
model::Inventory office()
{
    model::Inventory inventory;
    for (const model::Role &role : access::builtInRoles())
        inventory.put(role);
    inventory.put(model::Permission{.id = PermissionId(QUuid::createUuidV5({}, u"ann"_s)),
                                    .principal = ann.identity.principal,
                                    .role = access::administratorRole()});
    return inventory;
}

model::Event said(const QString &name)
{
    return {.code = u"vm.powered-off"_s, .objectName = name};
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').at(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

QByteArray feedRequest(const Served &served, const QByteArray &after)
{
    return request(served, "GET", "/api/v1/feed", {}, "Last-Event-ID: " + after + "\r\n");
}

} // namespace

class FeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWasAwayForAMomentHearsAllThatWasSaidMeanwhile()
    {
        simulation::SimulatedClock clock;
        FeedHub hub(clock);
        hub.setInventory(office);
        hub.eventRaised(said(u"before"_s));
        const schema::Revision seen = hub.revision();
        hub.eventRaised(said(u"first"_s));
        hub.eventRaised(said(u"second"_s));
        const auto ear = std::make_shared<Ear>();
        hub.add(ear, ann, seen);
        QCOMPARE(ear->heard.size(), 2);
        QVERIFY(ear->heard.at(0).contains("first") && ear->heard.at(1).contains("second"));
        hub.eventRaised(said(u"third"_s));
        QVERIFY(ear->heard.constLast().contains("third"));
    }

    void aRevisionThatIsNotOursIsResynced_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::newRow("an earlier core") << u"0123456789ab.1"_s;
        QTest::newRow("none") << QString();
        QTest::newRow("nonsense") << u"a.b.c"_s;
        QTest::newRow("negative") << u"x.-1"_s;
        QTest::newRow("of the future") << u"OURS.99"_s;
    }
    void aRevisionThatIsNotOursIsResynced()
    {
        QFETCH(QString, revision);
        simulation::SimulatedClock clock;
        FeedHub hub(clock);
        hub.setInventory(office);
        hub.eventRaised(said(u"x"_s));
        const auto ear = std::make_shared<Ear>();
        hub.add(ear, ann, schema::revisionFromString(revision.replace(u"OURS"_s, hub.revision().epoch)));
        QCOMPARE(ear->heard, QByteArrayList{"event: resync\ndata: {}\n\n"});
    }

    void whatIsNoLongerKeptIsResynced()
    {
        simulation::SimulatedClock clock;
        FeedHub hub(clock);
        hub.setInventory(office);
        const schema::Revision old = hub.revision();
        for (int i = 0; i < 20; ++i)
            hub.eventRaised(said(QString(1 << 20, u'x')));
        const auto ear = std::make_shared<Ear>();
        hub.add(ear, ann, old);
        QVERIFY(ear->heard.constFirst().startsWith("event: resync"));
    }

    void aCommentComesEachFifteenSeconds()
    {
        simulation::SimulatedClock clock;
        FeedHub hub(clock);
        hub.setInventory(office);
        const auto ear = std::make_shared<Ear>();
        hub.add(ear, ann, hub.revision());
        clock.advance(61s);
        QCOMPARE(ear->heard.count(": here\n\n"), 4);
    }

    void aSnapshotAndTheFeedAfterItMissNothing()
    {
        Served served;
        const Reply inventory = ask(served, request(served, "GET", "/api/v1/inventory"));
        const auto snapshot = schema::readSnapshot(inventory.body);
        QVERIFY(snapshot);
        served.core->inventory().put(model::Folder{.id = FolderId::random(), .name = u"made meanwhile"_s});
        RawClient client(served.port);
        client.send(feedRequest(served, schema::toString(snapshot->revision).toLatin1()));
        QVERIFY(eventually([&] { return client.received().contains("made meanwhile"); }));
        QVERIFY(client.received().startsWith("HTTP/1.1 200 OK"));
        QVERIFY(client.received().contains("text/event-stream"));
        QVERIFY(!client.received().contains("resync"));
    }

    void anUnknownEpochOnTheWireIsResynced()
    {
        Served served;
        RawClient client(served.port);
        client.send(feedRequest(served, "0123456789ab.7"));
        QVERIFY(eventually([&] { return client.received().contains("event: resync\ndata: {}\n\n"); }));
    }

    void aReaderThatLeavesIsForgotten()
    {
        Served served;
        {
            RawClient client(served.port);
            client.send(feedRequest(served, "x.1"));
            QVERIFY(eventually([&] { return served.feed.listeners() == 1; }));
        }
        QVERIFY(eventually([&] {
            served.feed.eventRaised(said(u"x"_s));
            return served.feed.listeners() == 0;
        }));
        QVERIFY(eventually([&] { return served.http->connections() == 0; }));
    }

    void readersThatNeverReadCostBoundedMemoryAndAreCutOff()
    {
        Served served({.feedBacklog = 4 << 20});
        std::vector<std::unique_ptr<QTcpSocket>> deaf;
        for (int i = 0; i < 50; ++i) {
            auto &socket = *deaf.emplace_back(std::make_unique<QTcpSocket>());
            socket.setReadBufferSize(1);
            socket.connectToHost(u"127.0.0.1"_s, served.port);
            socket.write(feedRequest(served, schema::toString(served.feed.revision()).toLatin1()));
        }
        RawClient reader(served.port);
        reader.send(feedRequest(served, "x.1"));
        QVERIFY(eventually([&] { return served.feed.listeners() == 51; }));
        const qint64 before = residentBytes();
        const QByteArray last = schema::toString(served.feed.revision()).toLatin1();
        for (int i = 0; i < 200; ++i) { // 50 readers, 100 MB each
            served.feed.eventRaised(said(QString(512 << 10, u'x')));
            const qsizetype had = reader.received().size();
            QVERIFY(eventually([&] { return reader.received().size() > had + (512 << 10); }));
        }
        QVERIFY(eventually([&] { return served.feed.listeners() == 1; }));
        QVERIFY(residentBytes() - before - reader.received().size() < (200 << 20));
        RawClient again(served.port);
        again.send(feedRequest(served, last));
        QVERIFY(eventually([&] { return again.received().contains("event: resync"); }));
    }
};

QTEST_GUILESS_MAIN(FeedTest)
#include "feedtest.moc"
