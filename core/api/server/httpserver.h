// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/certificate.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

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
    QByteArray ifMatch;
    QByteArray ifNoneMatch;
    QByteArray agent; ///< of the User-Agent header
    QByteArray origin;
    QString address; ///< of the peer, without its port
    QByteArray body; ///< at most HttpLimits::body
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
    /// Closes it from our side.
    virtual void end() = 0;
};

/// Ends an open WebSocket from outside, on any thread; also one that is only about to open.
class StreamEnd
{
public:
    void set(std::function<void()> close);
    void close();

private:
    std::mutex m_mutex;
    bool m_closed = false;
    std::function<void()> m_close;
};

/// A way to a byte stream of a host, handed to a WebSocket; ours to close.
struct StreamFd {
    int fd = -1;
    std::shared_ptr<StreamEnd> end = std::make_shared<StreamEnd>();
};

/// Who answers. All calls come on the thread that owns the server; answers may be given later, once, from there.
class Handler
{
public:
    virtual ~Handler() = default;
    virtual void handle(const Request &request, std::function<void(Response)> answer) = 0;
    /// GET on the feed's path: `accept` begins the stream; what is returned instead is why not.
    virtual std::optional<Response> openFeed(const Request &request,
                                             const std::function<std::shared_ptr<FeedSink>()> &accept) = 0;
    /// A WebSocket upgrade: the stream to pump, or why not.
    virtual void openSocket(const Request &request, std::function<void(Result<StreamFd>)> answer) = 0;
    [[nodiscard]] virtual bool isFeed(const QString &path) const = 0;
};

/// What one client may cost.
struct HttpLimits {
    std::size_t body = 1 << 20; ///< bytes; more is answered with 413
    std::size_t header = 16 << 10; ///< bytes; more is answered with 431
    int connections = 512; ///< further ones are closed at once
    /// A feed that has this many bytes unread is cut off: its client resyncs.
    std::size_t feedBacklog = 64u << 20;
    /// To send a request, or to begin the next one; to take its response. Later is 408, or silence.
    Duration patience{30'000};
};

/// An HTTP/1.1 server on one address. Its sockets live on a thread of its own.
class HttpServer
{
public:
    class Private; ///< Beast's side

    /// `handler` must outlive the server.
    explicit HttpServer(Handler &handler, HttpLimits limits = {});
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Speaks TLS (1.2 or later) from then on. Before listen(). `base.invalid-argument` when the pair is none.
    Result<void> useCertificate(const Certificate &certificate);
    /// Port 0 chooses a free one; the answer is the one it got.
    Result<quint16> listen(const QString &address, quint16 port);
    /// Open feeds and requests now.
    [[nodiscard]] int connections() const;

private:
    std::unique_ptr<Private> d;
};

} // namespace core::api::server
