// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/beastserver.h"

#include "core/api/schema/messages.h"

#include <boost/beast/websocket.hpp>

#include <QJsonDocument>
#include <QUrl>

#include <chrono>

using namespace std::chrono_literals;

namespace core::api::server {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;

namespace {

constexpr auto drainLimit = 2s; ///< to read what a refused client still sends, so that it sees the answer

QByteArray header(const Connection::Parser &parser, http::field name)
{
    const auto value = parser.get()[name];
    return QByteArray(value.data(), static_cast<qsizetype>(value.size()));
}

QByteArray header(const Connection::Parser &parser, beast::string_view name)
{
    const auto value = parser.get()[name];
    return QByteArray(value.data(), static_cast<qsizetype>(value.size()));
}

/// Decoded, these would be read as something else by whoever splits the path, or end it.
bool isMisleading(const QByteArray &rawPath)
{
    const QByteArray lower = rawPath.toLower();
    for (const char *hidden : {"%2f", "%5c", "%00", "\\"}) {
        if (lower.contains(hidden))
            return true;
    }
    const QByteArray decoded = QByteArray::fromPercentEncoding(rawPath);
    const auto segments = decoded.split('/');
    return segments.contains(".") || segments.contains("..");
}

/// The path decoded once; none when it is not one.
std::optional<Request> requestOf(const Connection::Parser &parser)
{
    const auto target = parser.get().target();
    const QByteArray raw(target.data(), static_cast<qsizetype>(target.size()));
    const QUrl url = QUrl::fromEncoded(raw, QUrl::StrictMode);
    if (!url.isValid() || !raw.startsWith('/') || raw.startsWith("//")
        || isMisleading(raw.split('?').first()))
        return std::nullopt;
    const auto method = parser.get().method_string();
    const std::string &body = parser.get().body();
    return Request{.method = QByteArray(method.data(), static_cast<qsizetype>(method.size())),
                   .path = url.path(QUrl::FullyDecoded),
                   .query = QUrlQuery(url.query(QUrl::FullyEncoded)),
                   .authorization = header(parser, http::field::authorization),
                   .host = header(parser, http::field::host),
                   .idempotencyKey = header(parser, "Idempotency-Key"),
                   .lastEventId = header(parser, "Last-Event-ID"),
                   .ifMatch = header(parser, http::field::if_match),
                   .ifNoneMatch = header(parser, http::field::if_none_match),
                   .agent = header(parser, http::field::user_agent),
                   .origin = header(parser, http::field::origin),
                   .body = QByteArray(body.data(), static_cast<qsizetype>(body.size()))};
}

Response refused(const Error &error, int status)
{
    return {.status = status,
            .contentType = "application/problem+json",
            .body = QJsonDocument(schema::problem(error, status)).toJson(QJsonDocument::Compact)};
}

/// Framings of a body that two readers may understand in two ways are how requests are smuggled past a proxy
/// (RFC 9112, 6.1 and 6.3).
bool isAmbiguous(const Connection::Parser &parser)
{
    const auto &fields = parser.get();
    if (fields.count(http::field::host) != 1 || fields.count(http::field::content_length) > 1)
        return true;
    if (fields.count(http::field::transfer_encoding) == 0)
        return false;
    return fields.count(http::field::content_length) > 0 || fields.count(http::field::transfer_encoding) > 1
        || fields.version() < 11 || !beast::iequals(fields[http::field::transfer_encoding], "chunked");
}

/// What is wrong with the bytes, rather than with the connection.
bool isMalformed(beast::error_code error)
{
    return error.category() == http::make_error_code(http::error::bad_method).category()
        && error != http::error::end_of_stream && error != http::error::partial_message;
}

} // namespace

Connection::Connection(boost::asio::ip::tcp::socket socket, HttpServer::Private *server)
    : m_open(server->ground, [this] { m_stream.close(); }),
      m_stream(std::move(socket), server->ground->tls.get()),
      m_patience(server->ground->io),
      m_server(server)
{}

void Connection::start()
{
    beast::error_code ignored;
    const auto peer = m_stream.socket().remote_endpoint(ignored);
    m_address = QString::fromStdString(peer.address().to_string());
    m_stream.tcp().expires_after(m_server->limits.patience);
    m_stream.handshake([self = shared_from_this()](beast::error_code error) {
        if (!error)
            self->read();
    });
}

void Connection::read()
{
    m_parser.emplace();
    m_parser->body_limit(m_server->limits.body);
    m_parser->header_limit(static_cast<std::uint32_t>(m_server->limits.header));
    waitForRequest();
    http::async_read(
        m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](beast::error_code error, std::size_t) { self->wasRead(error); });
}

/// A timer of our own: the stream's closes the socket, and then nobody can be told.
void Connection::waitForRequest()
{
    m_stream.tcp().expires_never();
    m_patience.expires_after(m_server->limits.patience);
    m_patience.async_wait([self = shared_from_this(), turn = ++m_turn](beast::error_code error) {
        if (error || turn != self->m_turn)
            return;
        self->m_isLate = true;
        // Not cancel(): it misses a read that has just got a byte and goes on with the next.
        beast::error_code ignored;
        self->m_stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_receive, ignored);
    });
}

void Connection::wasRead(beast::error_code error)
{
    ++m_turn;
    m_patience.cancel();
    m_isHead = m_parser->get().method() == http::verb::head;
    if (m_isLate) {
        if (m_parser->got_some())
            refuse(Error(errors::Timeout, QStringLiteral("the request took too long")), 408);
    } else if (error == http::error::body_limit) {
        refuse(errors::invalidArgument(QStringLiteral("body"), QStringLiteral("too large")), 413);
    } else if (error == http::error::header_limit) {
        refuse(errors::invalidArgument(QStringLiteral("header"), QStringLiteral("too large")), 431);
    } else if (error && isMalformed(error)) {
        refuse(errors::invalidArgument({}, QString::fromStdString(error.message())), 400);
    } else if (!error) {
        dispatch();
    }
}

void Connection::refuse(const Error &error, int status)
{
    m_isLast = true;
    write(refused(error, status));
}

void Connection::dispatch()
{
    auto request = requestOf(*m_parser);
    if (!request || isAmbiguous(*m_parser)) {
        refuse(errors::invalidArgument({}, QStringLiteral("not a request we understand")), 400);
        return;
    }
    request->address = m_address;
    if (m_isHead && !m_server->handler.isFeed(request->path))
        request->method = "GET"; // write() leaves the body out
    if (websocket::is_upgrade(m_parser->get())) {
        startSocket(*request);
    } else if (m_server->handler.isFeed(request->path) && request->method == "GET") {
        startFeed(*request);
    } else {
        m_server->toOwner([self = shared_from_this(), request = *request] {
            self->m_server->handler.handle(request, [self](Response response) {
                boost::asio::post(self->m_stream.get_executor(),
                                  [self, response = std::move(response)] { self->write(response); });
            });
        });
    }
}

void Connection::write(const Response &response)
{
    m_reply = std::make_shared<Reply>(static_cast<http::status>(response.status), 11);
    m_reply->set(http::field::server, "Vigie");
    m_reply->set(http::field::content_type, response.contentType.toStdString());
    m_reply->set(http::field::cache_control, "no-store");
    m_reply->set("X-Content-Type-Options", "nosniff");
    for (const auto &[name, value] : response.headers)
        m_reply->set(name.toStdString(), value.toStdString());
    m_reply->keep_alive(!m_isLast && m_parser->get().keep_alive());
    if (m_isHead) {
        m_reply->content_length(static_cast<std::uint64_t>(response.body.size()));
    } else {
        m_reply->body() = response.body.toStdString();
        m_reply->prepare_payload();
    }
    m_stream.tcp().expires_after(m_server->limits.patience);
    http::async_write(m_stream, *m_reply, [self = shared_from_this()](beast::error_code error, std::size_t) {
        if (!error && self->m_reply->keep_alive()) {
            self->read();
            return;
        }
        beast::error_code ignored;
        self->m_stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
        self->m_stream.tcp().expires_never(); // it would wait for a pause that a client need not make
        self->m_patience.expires_after(drainLimit);
        self->m_patience.async_wait([self](beast::error_code ended) {
            if (!ended)
                self->m_stream.close();
        });
        self->drain();
    });
}

/// A socket closed with bytes unread is reset, and the reset overtakes the answer.
void Connection::drain()
{
    m_buffer.clear();
    m_stream.async_read_some(m_buffer.prepare(4096),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 if (error)
                                     self->m_patience.cancel();
                                 else
                                     self->drain();
                             });
}

void Connection::startFeed(const Request &request)
{
    m_server->toOwner([self = shared_from_this(), request] {
        const auto accept = [self]() -> std::shared_ptr<FeedSink> {
            auto sink = std::make_shared<BeastFeed>(std::move(self->m_stream), self->m_open.shared(),
                                                    self->m_server->limits.feedBacklog);
            sink->start();
            return sink;
        };
        if (const auto refusal = self->m_server->handler.openFeed(request, accept))
            boost::asio::post(self->m_stream.get_executor(),
                              [self, response = *refusal] { self->write(response); });
    });
}

void Connection::startSocket(const Request &request)
{
    m_server->toOwner([self = shared_from_this(), request] {
        self->m_server->handler.openSocket(request, [self](Result<StreamFd> stream) {
            boost::asio::post(self->m_stream.get_executor(), [self, stream = std::move(stream)] {
                if (!stream)
                    self->write(refused(stream.error(), schema::httpStatus(stream.error())));
                else
                    pumpSocket(std::move(self->m_stream), self->m_parser->release(), *stream,
                               self->m_open.shared());
            });
        });
    });
}

BeastFeed::BeastFeed(Stream stream, std::shared_ptr<Ground> ground, std::size_t largestBacklog)
    : m_open(std::move(ground), [this] { close(); }),
      m_stream(std::move(stream)),
      m_largestBacklog(largestBacklog)
{}

void BeastFeed::start()
{
    queue("HTTP/1.1 200 OK\r\nServer: Vigie\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
          "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n");
    boost::asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->watchReader(); });
}

bool BeastFeed::send(const QByteArray &frame)
{
    if (m_closed)
        return false;
    if (m_backlog + static_cast<std::size_t>(frame.size()) > m_largestBacklog) {
        end();
        return false;
    }
    queue(frame);
    return true;
}

void BeastFeed::end()
{
    m_closed = true;
    boost::asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->close(); });
}

void BeastFeed::queue(QByteArray frame)
{
    m_backlog += static_cast<std::size_t>(frame.size());
    boost::asio::post(m_stream.get_executor(),
                      [self = shared_from_this(), frame = std::move(frame)]() mutable {
                          if (self->m_closed)
                              return;
                          self->m_queue.push_back(std::move(frame));
                          if (!self->m_writing)
                              self->writeNext();
                      });
}

void BeastFeed::writeNext()
{
    m_writing = true;
    const QByteArray &frame = m_queue.front();
    boost::asio::async_write(m_stream,
                             boost::asio::buffer(frame.constData(), static_cast<std::size_t>(frame.size())),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 self->m_backlog -= static_cast<std::size_t>(self->m_queue.front().size());
                                 self->m_queue.pop_front();
                                 self->m_writing = false;
                                 if (error)
                                     self->close();
                                 else if (!self->m_queue.empty())
                                     self->writeNext();
                             });
}

/// Nothing more comes from the reader; that its end is closed is how we learn that it went.
void BeastFeed::watchReader()
{
    m_stream.async_read_some(boost::asio::buffer(&m_unread, 1),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 if (error)
                                     self->close();
                                 else
                                     self->watchReader();
                             });
}

/// Also ends a write to somebody who does not read: it would hold us for ever.
void BeastFeed::close()
{
    m_closed = true;
    m_stream.close();
    const std::size_t kept = m_writing ? 1 : 0; // its write has not ended yet
    m_queue.erase(m_queue.begin() + static_cast<std::ptrdiff_t>(kept), m_queue.end());
}

} // namespace core::api::server
