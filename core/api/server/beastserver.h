// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/beaststream.h"
#include "core/api/server/httpserver.h"

#include <QPointer>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

/// Beast's side of HttpServer: included by beast*.cpp only.
namespace core::api::server {

/// What sockets stand on. Shared by all of them: the core may hold a feed or an answer longer than the server lives.
struct Ground {
    std::shared_ptr<boost::asio::ssl::context> tls; ///< null: no TLS
    std::atomic<int> open = 0;
    boost::asio::io_context io{1};
    std::mutex mutex; ///< of closers
    std::map<const void *, std::function<void()>> closers;

    /// Closes every socket and lets what waits for them go. Only when nothing runs `io` any more.
    void end();
};

/// One open socket: counted, and closed when the server ends. A waiting socket holds itself, its ground and so what
/// it waits in: without this nobody would ever let go.
class OpenSocket
{
public:
    OpenSocket(std::shared_ptr<Ground> ground, std::function<void()> close);
    OpenSocket(const OpenSocket &) = delete;
    OpenSocket &operator=(const OpenSocket &) = delete;
    ~OpenSocket();

    [[nodiscard]] Ground &ground() const { return *m_ground; }
    [[nodiscard]] const std::shared_ptr<Ground> &shared() const { return m_ground; }

private:
    std::shared_ptr<Ground> m_ground;
};

class HttpServer::Private
{
public:
    Private(Handler &serverHandler, HttpLimits serverLimits);
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
    ~Private();

    Result<quint16> listen(const QString &address, quint16 port);
    Result<void> useCertificate(const Certificate &certificate);
    void accept();

    /// Runs `call` on the owner's thread; dropped when the server is gone.
    template <class Call>
    void toOwner(Call call)
    {
        QMetaObject::invokeMethod(&home, std::move(call), Qt::QueuedConnection);
    }

    Handler &handler;
    const HttpLimits limits;
    std::shared_ptr<Ground> ground = std::make_shared<Ground>();
    boost::asio::ip::tcp::acceptor acceptor;
    boost::asio::steady_timer pause; ///< after an accept that failed
    QObject home; ///< lives on the owner's thread
    bool ending = false;
    std::thread thread;
};

/// One TCP connection: requests one after the other, until it becomes a feed or a WebSocket.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Reply = boost::beast::http::response<boost::beast::http::string_body>;

    Connection(boost::asio::ip::tcp::socket socket, HttpServer::Private *server);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection() = default;

    void start();

private:
    void read();
    void waitForRequest();
    void wasRead(boost::beast::error_code error);
    void dispatch();
    void refuse(const Error &error, int status);
    void write(const Response &response);
    void drain();
    void startFeed(const Request &request);
    void startSocket(const Request &request);

    OpenSocket m_open; ///< before the stream, which needs its ground to the end
    Stream m_stream;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    std::shared_ptr<Reply> m_reply;
    boost::asio::steady_timer m_patience;
    HttpServer::Private *m_server;
    QString m_address; ///< of the peer
    int m_turn = 0; ///< of the request that is read: a timer may fire late
    bool m_isLate = false;
    bool m_isHead = false;
    bool m_isLast = false; ///< what follows cannot be trusted to be a request
};

/// Writes frames to a feed's socket, in order, with a bounded backlog.
class BeastFeed : public FeedSink, public std::enable_shared_from_this<BeastFeed>
{
public:
    BeastFeed(Stream stream, std::shared_ptr<Ground> ground, std::size_t largestBacklog);
    BeastFeed(const BeastFeed &) = delete;
    BeastFeed &operator=(const BeastFeed &) = delete;
    ~BeastFeed() override = default;

    bool send(const QByteArray &frame) override;
    void end() override;
    void start();

private:
    void queue(QByteArray frame);
    void writeNext();
    void watchReader();
    void close();

    OpenSocket m_open; ///< before the stream, which needs its ground to the end
    Stream m_stream;
    const std::size_t m_largestBacklog;
    std::deque<QByteArray> m_queue;
    std::atomic<std::size_t> m_backlog = 0;
    std::atomic<bool> m_closed = false;
    bool m_writing = false;
    char m_unread = 0;
};

/// Pumps bytes between a WebSocket and a file descriptor until either ends.
void pumpSocket(Stream socket, boost::beast::http::request<boost::beast::http::string_body> upgrade,
                StreamFd stream, std::shared_ptr<Ground> ground);

} // namespace core::api::server
