// SPDX-License-Identifier: GPL-3.0-or-later
// The server against clients that break the rules of HTTP: on a socket, byte by byte.
#include "tests/core/api/serverfixture.h"

#include <QTest>

using namespace core;
using namespace apitest;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::api::server::HttpLimits;

class HttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_served = std::make_unique<Served>(); }
    void cleanupTestCase() { m_served.reset(); }

    void whatTwoReadersWouldReadInTwoWaysIsRefusedAndTheConnectionEnded_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("body");
        const QByteArray chunked = "0\r\n\r\n";
        QTest::newRow("length and chunks")
            << QByteArray("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") << chunked;
        QTest::newRow("chunks and length")
            << QByteArray("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") << chunked;
        QTest::newRow("two lengths") << QByteArray("Content-Length: 2\r\nContent-Length: 7\r\n")
                                     << QByteArray("{}GET /");
        QTest::newRow("one length twice")
            << QByteArray("Content-Length: 2\r\nContent-Length: 2\r\n") << QByteArray("{}");
        QTest::newRow("a list of lengths") << QByteArray("Content-Length: 2, 7\r\n") << QByteArray("{}GET /");
        QTest::newRow("negative length") << QByteArray("Content-Length: -2\r\n") << QByteArray("{}");
        QTest::newRow("signed length") << QByteArray("Content-Length: +2\r\n") << QByteArray("{}");
        QTest::newRow("length in hexadecimal") << QByteArray("Content-Length: 0x2\r\n") << QByteArray("{}");
        QTest::newRow("unknown coding") << QByteArray("Transfer-Encoding: xchunked\r\n") << chunked;
        QTest::newRow("identity") << QByteArray("Transfer-Encoding: identity\r\n") << chunked;
        QTest::newRow("chunks twice")
            << QByteArray("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") << chunked;
        QTest::newRow("coding before chunks")
            << QByteArray("Transfer-Encoding: gzip, chunked\r\n") << chunked;
        QTest::newRow("bad chunk") << QByteArray("Transfer-Encoding: chunked\r\n")
                                   << QByteArray("zz\r\n{}\r\n");
        QTest::newRow("space before the colon") << QByteArray("Content-Length : 2\r\n") << QByteArray("{}");
        QTest::newRow("two hosts") << QByteArray("Host: 127.0.0.1\r\n") << QByteArray();
        QTest::newRow("NUL in a field") << QByteArray("X-Name: a\0b\r\n", 13) << QByteArray();
    }
    void whatTwoReadersWouldReadInTwoWaysIsRefusedAndTheConnectionEnded()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, body);
        const Reply reply = ask(*m_served,
                                "POST /api/v1/folders HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                    + m_served->token + "\r\n" + fields + "\r\n" + body
                                    + "GET /api/v1/inventory HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.header("Content-Type"), QByteArray("application/problem+json"));
        QCOMPARE(reply.code(), u"base.invalid-argument"_s);
        QVERIFY(reply.closed); // and the request hidden behind it was never answered
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        QTest::newRow("TLS") << QByteArray::fromHex("160301020001000001fc0303") + QByteArray(200, '\x01');
        QTest::newRow("version 9") << QByteArray("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n");
        QTest::newRow("no host") << QByteArray("GET /health HTTP/1.1\r\n\r\n");
        QTest::newRow("no path") << QByteArray("GET nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTest::newRow("another authority") << QByteArray("GET //evil/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTest::newRow("bad escape") << QByteArray("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const Reply reply = ask(*m_served, bytes);
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.closed);
    }

    void aBodyThatIsTooLargeIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("just over") << QByteArray("Content-Length: 1048577");
        QTest::newRow("2 GB") << QByteArray("Content-Length: 2147483648");
        QTest::newRow("2^64-1") << QByteArray("Content-Length: 18446744073709551615");
    }
    void aBodyThatIsTooLargeIsNotRead()
    {
        QFETCH(QByteArray, field);
        const Reply reply =
            ask(*m_served, "POST /api/v1/folders HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\n\r\n{");
        QCOMPARE(reply.status, 413);
        QVERIFY(reply.closed);
    }

    void chunksThatAddUpToTooMuchAreNotKept()
    {
        RawClient client(m_served->port);
        client.send("POST /api/v1/folders HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 20; ++i)
            client.send("10000\r\n" + QByteArray(0x10000, ' ') + "\r\n");
        QCOMPARE(client.reply().status, 413);
    }

    void aHeaderOfFortyMegabytesIsAnsweredAndNotKept()
    {
        RawClient client(m_served->port);
        client.send("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Large: ");
        client.send(QByteArray(40 << 20, 'x'));
        QCOMPARE(client.reply().status, 431);
    }

    void requestsOnOneConnectionAreAnsweredInOrder()
    {
        RawClient client(m_served->port);
        client.send(request(*m_served, "GET", "/health") + request(*m_served, "GET", "/api/v1/nowhere")
                    + request(*m_served, "GET", "/api/v1/operations"));
        QCOMPARE(client.reply().status, 200);
        QCOMPARE(client.reply().status, 404);
        QCOMPARE(client.reply().status, 200);
        QVERIFY(!client.isClosed());
    }

    void aHeadHasNoBody()
    {
        RawClient client(m_served->port);
        client.send("HEAD /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(eventually([&] { return client.received().contains("\r\n\r\n"); }));
        client.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QVERIFY(eventually([&] { return client.received().contains("ok"); }));
        QCOMPARE(client.received().count("HTTP/1.1 200 OK"), 2);
        QCOMPARE(client.received().count("\"status\""), 1);
    }

    void aSlowHeaderIsAnsweredWith408()
    {
        const Served served({.patience = 200ms});
        RawClient client(served.port);
        client.send("GET /health HTTP/1.1\r\nHost: loc");
        const Reply reply = client.reply();
        QCOMPARE(reply.status, 408);
        QCOMPARE(reply.code(), u"base.timeout"_s);
        QVERIFY(reply.closed);
    }

    void aSlowBodyIsAnsweredWith408()
    {
        const Served served({.patience = 200ms});
        RawClient client(served.port);
        client.send("POST /api/v1/folders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"na");
        QCOMPARE(client.reply().status, 408);
    }

    void clientsThatDribbleAreClosedAndOthersServedMeanwhile()
    {
        const Served served({.connections = 200, .patience = 2s});
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 150; ++i) {
            slow.push_back(std::make_unique<RawClient>(served.port));
            slow.back()->send("GET /health HTTP/1.1\r\nX-");
        }
        QVERIFY(eventually([&] { return served.http->connections() >= 150; }));
        QCOMPARE(ask(served, request(served, "GET", "/api/v1/inventory")).status, 200);
        QVERIFY(eventually([&] {
            for (const auto &client : slow)
                client->send("x"); // each byte as late as can be
            return served.http->connections() == 0;
        }));
        QCOMPARE(ask(served, request(served, "GET", "/health")).status, 200);
    }

    void connectionsBeyondTheLimitAreClosedAndRoomComesBack()
    {
        const Served served({.connections = 5, .patience = 300ms});
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 5; ++i)
            idle.push_back(std::make_unique<RawClient>(served.port));
        QVERIFY(eventually([&] {
            return std::ranges::all_of(idle, [](const auto &client) { return client->isClosed(); });
        }));
        QCOMPARE(ask(served, request(served, "GET", "/health")).status, 200);
    }

private:
    std::unique_ptr<Served> m_served;
};

QTEST_GUILESS_MAIN(HttpTest)
#include "httptest.moc"
