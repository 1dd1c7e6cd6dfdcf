// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/vm/screenlink.h"

#include "core/api/client/trust.h"

#include <QNetworkRequest>
#include <QSocketNotifier>
#include <QSslSocket>
#include <QWebSocketHandshakeOptions>

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <unistd.h>

namespace views {

using namespace Qt::StringLiterals;

namespace {
// RFB's server speaks when asked, a frame at a time: more than this waiting is no screen.
constexpr qsizetype mostWaiting = 256 << 20;
} // namespace

ScreenLink::ScreenLink(QObject *parent) : QObject(parent)
{
    connect(&m_socket, &QWebSocket::connected, this, &ScreenLink::start);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, &ScreenLink::fromCore);
    connect(&m_socket, &QWebSocket::disconnected, this, [this] { end(m_socket.closeReason()); });
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this] { end(m_socket.errorString()); });
}

ScreenLink::~ScreenLink()
{
    m_socket.disconnect(this);
    delete m_readable; // before the socket they watch
    delete m_writable;
    if (m_fd >= 0)
        ::close(m_fd);
}

void ScreenLink::open(const QUrl &url, const core::api::client::Trust &trust)
{
    m_socket.setSslConfiguration(core::api::client::tlsConfiguration(trust));
    connect(&m_socket, &QWebSocket::sslErrors, this, [this, trust] {
        const auto *tls = m_socket.findChild<QSslSocket *>(); // QWebSocket itself does not tell the peer
        if (tls != nullptr && core::api::client::isTrusted(tls->peerCertificate(), trust))
            m_socket.ignoreSslErrors();
    });
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"binary"_s});
    m_socket.open(QNetworkRequest(url), options);
}

void ScreenLink::start()
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        end(QString::fromLocal8Bit(std::strerror(errno)));
        return;
    }
    m_fd = ends[0];
    m_readable = new QSocketNotifier(m_fd, QSocketNotifier::Read, this);
    m_writable = new QSocketNotifier(m_fd, QSocketNotifier::Write, this);
    m_writable->setEnabled(false);
    connect(m_readable, &QSocketNotifier::activated, this, &ScreenLink::fromClient);
    connect(m_writable, &QSocketNotifier::activated, this, &ScreenLink::flush);
    Q_EMIT opened(ends[1]);
}

void ScreenLink::fromCore(const QByteArray &bytes)
{
    if (m_fd < 0)
        return;
    m_waiting += bytes;
    if (m_waiting.size() > mostWaiting)
        end(u"the core sends more than a screen can be"_s);
    else
        flush();
}

void ScreenLink::flush()
{
    qsizetype sent = 0;
    while (sent < m_waiting.size()) {
        const ssize_t n = ::send(m_fd, m_waiting.constData() + sent,
                                 static_cast<size_t>(m_waiting.size() - sent), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n > 0) {
            sent += n;
            continue;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) {
            end(u"the viewer closed"_s);
            return;
        }
        break;
    }
    m_waiting.remove(0, sent);
    m_writable->setEnabled(!m_waiting.isEmpty());
}

void ScreenLink::fromClient()
{
    std::array<char, 16384> buffer; // NOLINT: filled by recv
    const ssize_t n = ::recv(m_fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (n > 0)
        m_socket.sendBinaryMessage(QByteArray(buffer.data(), n));
    else if (n == 0 || (errno != EAGAIN && errno != EINTR))
        end(u"the viewer closed"_s);
}

void ScreenLink::end(const QString &detail)
{
    if (m_ended)
        return;
    m_ended = true;
    if (m_readable != nullptr) {
        m_readable->setEnabled(false);
        m_writable->setEnabled(false);
        ::shutdown(m_fd, SHUT_RDWR);
    }
    m_socket.close();
    Q_EMIT closed(detail);
}

} // namespace views
