// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/vm/vncclient.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

class TestHostileScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooLargeAScreenIsRefused();
    void tooLargeAScreenLaterIsRefused();
    void garbageEndsTheConnectionAndNothingElse();
};

namespace {

struct Ends {
    int client = -1;
    int server = -1;
};

Ends socketPair()
{
    std::array<int, 2> fds{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, fds.data()) != 0)
        qFatal("no socket pair");
    return {fds[0], fds[1]};
}

void put16(QByteArray &to, int value)
{
    to += static_cast<char>(value >> 8);
    to += static_cast<char>(value & 0xff);
}

void put32(QByteArray &to, int value)
{
    put16(to, value >> 16);
    put16(to, value & 0xffff);
}

/// What a server says until the first picture.
QByteArray greeting(int width, int height)
{
    QByteArray bytes("RFB 003.008\n");
    bytes += QByteArray("\x01\x01", 2); // one way in: none
    bytes += QByteArray("\x00\x00\x00\x00", 4); // come in
    put16(bytes, width);
    put16(bytes, height);
    bytes += QByteArray("\x20\x18\x00\x01\x00\xff\x00\xff\x00\xff\x10\x08\x00\x00\x00\x00", 16);
    put32(bytes, 4);
    bytes += "test";
    return bytes;
}

/// The client hears these bytes and then nothing more; how it ended.
int saysClosed(const QByteArray &bytes)
{
    const Ends ends = socketPair();
    views::VncClient client(ends.client);
    QSignalSpy closed(&client, &views::VncClient::closed);
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t n = ::send(ends.server, bytes.constData() + sent,
                                 static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            break; // the client has had enough
        sent += n;
    }
    ::shutdown(ends.server, SHUT_WR);
    closed.wait(5'000);
    QTest::qWait(1);
    QImage image;
    static_cast<void>(client.update(image));
    ::close(ends.server);
    return static_cast<int>(closed.size());
}

} // namespace

void TestHostileScreen::tooLargeAScreenIsRefused()
{
    QCOMPARE(saysClosed(greeting(65535, 65535)), 1);
    QCOMPARE(saysClosed(greeting(0, 0)), 1);
}

void TestHostileScreen::tooLargeAScreenLaterIsRefused()
{
    QByteArray bytes = greeting(64, 64);
    bytes += QByteArray("\x00\x00", 2); // an update
    put16(bytes, 2);
    for (const int encoding : {-223, 0}) { // a new size, then pixels of it
        put16(bytes, 0);
        put16(bytes, 0);
        put16(bytes, 65535);
        put16(bytes, 65535);
        put32(bytes, encoding);
    }
    bytes += QByteArray(1 << 20, '\x7f');
    QCOMPARE(saysClosed(bytes), 1);
}

void TestHostileScreen::garbageEndsTheConnectionAndNothingElse()
{
    QRandomGenerator random(20); // NOLINT: the same garbage each time
    constexpr std::array encodings{0, 1, 5, 16, -223, -239, -308};
    for (int round = 0; round < 200; ++round) {
        QByteArray bytes = greeting(64, 64);
        bytes += QByteArray("\x00\x00", 2);
        put16(bytes, 3);
        put16(bytes, random.bounded(80));
        put16(bytes, random.bounded(80));
        put16(bytes, random.bounded(80));
        put16(bytes, random.bounded(80));
        put32(bytes, encodings.at(static_cast<size_t>(random.bounded(static_cast<int>(encodings.size())))));
        for (int i = 0; i < 4'000; ++i)
            bytes += static_cast<char>(random.bounded(256));
        QCOMPARE(saysClosed(bytes), 1);
    }
}

QTEST_MAIN(TestHostileScreen)
#include "hostilescreen.moc"
