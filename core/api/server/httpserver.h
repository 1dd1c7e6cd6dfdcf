// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <memory>

/// Our own small interface to HTTP; Boost.Beast is behind it and appears in beast*.cpp only.
namespace core::api::server {

struct Request {
    QByteArray method;
    QString path; ///< decoded, without the query
    QUrlQuery query;
    QByteArray authorization;
    QByteArray host; ///< of the Host header
    QByteArray idempotencyKey;
    QByteArray lastEventId;
    QByteArray body; ///< at most `largestBody`
};

struct Response {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
};

/// The server's side of one open feed. May be used and dropped on any thread.
class FeedSink
{
public:
    virtual ~FeedSink() = default;
    /// False when the reader is gone or so far behind that it was cut off: forget it.
    virtual bool send(const QByteArray &frame) = 0;
};

/// A way to a byte stream of a host, handed to a WebSocket; ours to close.
struct StreamFd {
    int fd = -1;
};

/// Who answers. All calls come on the thread that owns the server; answers may be given later, once, from there.
class Handler
{
public:
    virtual ~Handler() = default;
    virtual void handle(const Request &request, std::function<void(Response)> answer) = 0;
    /// GET on the feed's path: `accept` begins the stream, an error is answered instead.
    virtual Result<void> openFeed(const Request &request,
                                  const std::function<std::shared_ptr<FeedSink>()> &accept) = 0;
    /// A WebSocket upgrade: the stream to pump, or why not.
    virtual void openSocket(const Request &request, std::function<void(Result<StreamFd>)> answer) = 0;
    [[nodiscard]] virtual bool isFeed(const QString &path) const = 0;
};

/// An HTTP/1.1 server on one address, with limits: requests of at most 1 MiB, headers of 16 KiB, 30 s to send them,
/// 512 connections. Its sockets live on a thread of its own.
class HttpServer
{
public:
    class Private; ///< Beast's side

    static constexpr std::size_t largestBody = 1 << 20;
    static constexpr std::size_t largestHeader = 16 << 10;
    static constexpr int mostConnections = 512;
    /// A feed that has this many bytes unread is cut off: its client resyncs.
    static constexpr std::size_t largestBacklog = 64u << 20;

    /// `handler` must outlive the server.
    explicit HttpServer(Handler &handler);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Port 0 chooses a free one; the answer is the one it got.
    Result<quint16> listen(const QString &address, quint16 port);
    /// Open feeds and requests now.
    [[nodiscard]] int connections() const;

private:
    std::unique_ptr<Private> d;
};

} // namespace core::api::server
