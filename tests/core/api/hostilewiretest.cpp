// SPDX-License-Identifier: GPL-3.0-or-later
// What a hostile client does on the wire, below HTTP: TLS and WebSockets. docs/SECURITY.md has the whole list.
#include "core/api/server/certificate.h"
#include "tests/core/api/serverfixture.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QtEndian>

#include <sys/socket.h>
#include <unistd.h>

using namespace core;
using namespace core::api;
using namespace core::api::server;
using namespace apitest;
using namespace Qt::StringLiterals;

namespace {

const QByteArray upgradeFields = "Host: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                 "Sec-WebSocket-Version: 13\r\n"
                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/// Gives anybody a screen: the other end is in `host`.
class OpenHouse : public Handler
{
public:
    ~OpenHouse() override
    {
        if (host >= 0)
            ::close(host);
    }
    void handle(const Request &, std::function<void(Response)> answer) override { answer({.status = 204}); }
    std::optional<Response> openFeed(const Request &,
                                     const std::function<std::shared_ptr<FeedSink>()> &) override
    {
        return Response{.status = 404};
    }
    void openSocket(const Request &, std::function<void(Result<StreamFd>)> answer) override
    {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
            qFatal("socketpair");
        host = ends[0];
        answer(StreamFd{.fd = ends[1]});
    }
    [[nodiscard]] bool isFeed(const QString &) const override { return false; }

    int host = -1;
};

/// A frame's head, masked by zeros: the bytes after it are as they look.
QByteArray frameHead(quint8 first, quint64 length)
{
    QByteArray head(1, static_cast<char>(first));
    if (length < 126) {
        head += static_cast<char>(0x80 | length);
    } else {
        head += '\xff';
        QByteArray size(8, '\0');
        qToBigEndian(length, size.data());
        head += size;
    }
    return head + QByteArray(4, '\0');
}

struct SpokenTls {
    int exitCode = -1;
    QByteArray said;
};

SpokenTls speakTls(quint16 port, const QStringList &options, const QByteArray &typed = {})
{
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(u"openssl"_s,
                 QStringList{u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(port)} + options);
    client.write(typed);
    if (typed.isEmpty())
        client.closeWriteChannel();
    if (!client.waitForFinished(20'000)) {
        client.kill();
        client.waitForFinished();
        return {.exitCode = -1, .said = client.readAll()};
    }
    return {.exitCode = client.exitCode(), .said = client.readAll()};
}

} // namespace

class HostileWireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTlsSinceOneTwoIsSpoken_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("spoken");
        QTest::newRow("1.0") << u"-tls1"_s << false;
        QTest::newRow("1.1") << u"-tls1_1"_s << false;
        QTest::newRow("1.2") << u"-tls1_2"_s << true;
        QTest::newRow("1.3") << u"-tls1_3"_s << true;
    }
    void onlyTlsSinceOneTwoIsSpoken()
    {
        QFETCH(QString, version);
        QFETCH(bool, spoken);
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            QSKIP("openssl is not installed");
        const Served secure({}, nullptr, QByteArray(64, 'a'), *selfSigned({u"localhost"_s}));
        // The client would speak the old ones, if it were only asked: the refusal is the server's.
        const SpokenTls heard = speakTls(secure.port, {version, u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s});
        QCOMPARE(heard.said.contains("BEGIN CERTIFICATE"), spoken);
        QVERIFY2(heard.said.contains(spoken ? "Verification" : "alert protocol version"),
                 heard.said.constData());
    }

    void nobodyNegotiatesAnew()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            QSKIP("openssl is not installed");
        const Served secure({}, nullptr, QByteArray(64, 'a'), *selfSigned({u"localhost"_s}));
        const SpokenTls heard = speakTls(secure.port, {u"-tls1_2"_s}, "R\n");
        QVERIFY2(heard.said.contains("RENEGOTIATING"), heard.said.constData());
        QVERIFY2(heard.said.contains("no renegotiation"), heard.said.constData());
    }

    void whoSpeaksInTheClearToTlsHearsNothing()
    {
        const Served secure({}, nullptr, QByteArray(64, 'a'), *selfSigned({u"localhost"_s}));
        RawClient client(secure.port);
        client.send(request(secure, "GET", "/api/v1/inventory"));
        QVERIFY(eventually([&] { return client.isClosed(); }));
        QVERIFY(!client.received().contains("HTTP/"));
    }

    void aWebSocketThatFloodsIsClosed_data()
    {
        QTest::addColumn<QByteArray>("frames");
        QTest::newRow("one of a gigabyte") << frameHead(0x82, 1 << 30) + QByteArray(4096, 'x');
        QTest::newRow("one of 2^63") << frameHead(0x82, quint64(1) << 63);
        QByteArray parts = frameHead(0x02, 512 << 10) + QByteArray(512 << 10, 'x');
        for (int i = 0; i < 8; ++i)
            parts += frameHead(0x00, 512 << 10) + QByteArray(512 << 10, 'x');
        QTest::newRow("many parts") << parts;
        QTest::newRow("pings") << frameHead(0x89, 0).repeated(1000);
        QTest::newRow("pings between parts")
            << (frameHead(0x00, 0) + frameHead(0x89, 0)).repeated(500).prepend(frameHead(0x02, 0));
        QTest::newRow("a ping in parts") << frameHead(0x09, 1) + 'x';
        QTest::newRow("a large ping") << frameHead(0x89, 1000) + QByteArray(1000, 'x');
        QTest::newRow("not masked") << QByteArray("\x82\x01x");
        QTest::newRow("reserved bits") << frameHead(0xf2, 1) + 'x';
        QTest::newRow("unknown kind") << frameHead(0x83, 1) + 'x';
    }
    void aWebSocketThatFloodsIsClosed()
    {
        QFETCH(QByteArray, frames);
        OpenHouse house;
        HttpServer http(house);
        const quint16 port = *http.listen(u"127.0.0.1"_s, 0);
        RawClient client(port);
        client.send("GET /screen HTTP/1.1\r\n" + upgradeFields);
        QCOMPARE(client.reply().status, 101);
        client.send(frames);
        QVERIFY(eventually([&] { return client.isClosed() || client.received().contains('\x88'); }));
        RawClient another(port);
        another.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QCOMPARE(another.reply().status, 204);
        std::array<char, 4096> passed{};
        QVERIFY(::read(house.host, passed.data(), passed.size()) <= 0); // nothing of it reached the screen
    }
};

QTEST_GUILESS_MAIN(HostileWireTest)
#include "hostilewiretest.moc"
