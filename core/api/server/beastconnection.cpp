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

constexpr auto requestLimit = 30s; ///< to send a request, or to begin the next one

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

/// The path decoded once; none when it is not one.
std::optional<Request> requestOf(const Connection::Parser &parser)
{
    const auto target = parser.get().target();
    const QByteArray raw(target.data(), static_cast<qsizetype>(target.size()));
    const QUrl url = QUrl::fromEncoded(raw, QUrl::StrictMode);
    if (!url.isValid() || !raw.startsWith('/') || raw.startsWith("//"))
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
                   .body = QByteArray(body.data(), static_cast<qsizetype>(body.size()))};
}

Response refused(const Error &error, int status)
{
    return {.status = status,
            .contentType = "application/problem+json",
            .body = QJsonDocument(schema::problem(error, status)).toJson(QJsonDocument::Compact)};
}

} // namespace

Connection::Connection(boost::asio::ip::tcp::socket socket, HttpServer::Private *server)
    : m_ground(server->ground),
      m_stream(std::move(socket)),
      m_server(server)
{
    ++m_ground->open;
}

Connection::~Connection()
{
    --m_ground->open;
}

void Connection::read()
{
    m_parser.emplace();
    m_parser->body_limit(HttpServer::largestBody);
    m_parser->header_limit(HttpServer::largestHeader);
    m_stream.expires_after(requestLimit);
    http::async_read(
        m_stream, m_buffer, *m_parser, [self = shared_from_this()](beast::error_code error, std::size_t) {
            if (error == http::error::body_limit || error == http::error::header_limit)
                self->write(
                    refused(errors::invalidArgument({}, QStringLiteral("the request is too large")), 413));
            else if (error && error.category() == http::make_error_code(http::error::bad_method).category()
                     && error != http::error::end_of_stream && error != http::error::partial_message)
                self->write(
                    refused(errors::invalidArgument({}, QString::fromStdString(error.message())), 400));
            else if (!error)
                self->dispatch();
        });
}

void Connection::dispatch()
{
    m_stream.expires_never();
    // Two framings of one body are how requests are smuggled past a proxy (RFC 9112, 6.1).
    const bool ambiguous = m_parser->get().count(http::field::content_length) > 0
        && m_parser->get().count(http::field::transfer_encoding) > 0;
    const auto request = requestOf(*m_parser);
    if (!request || ambiguous || m_parser->get().count(http::field::host) != 1) {
        write(refused(errors::invalidArgument({}, QStringLiteral("not a request we understand")), 400));
        return;
    }
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
    m_reply->body() = response.body.toStdString();
    const bool parsed = m_parser && m_parser->is_done();
    m_reply->keep_alive(parsed && m_parser->get().keep_alive());
    m_reply->prepare_payload();
    m_stream.expires_after(requestLimit);
    http::async_write(m_stream, *m_reply, [self = shared_from_this()](beast::error_code error, std::size_t) {
        if (!error && self->m_reply->keep_alive()) {
            self->read();
            return;
        }
        beast::error_code ignored;
        self->m_stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
    });
}

void Connection::startFeed(const Request &request)
{
    m_server->toOwner([self = shared_from_this(), request] {
        const auto accept = [self]() -> std::shared_ptr<FeedSink> {
            auto sink = std::make_shared<BeastFeed>(std::move(self->m_stream), self->m_ground);
            sink->start();
            return sink;
        };
        if (const auto opened = self->m_server->handler.openFeed(request, accept); !opened)
            boost::asio::post(self->m_stream.get_executor(), [self, error = opened.error()] {
                self->write(refused(error, schema::httpStatus(error)));
            });
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
                    pumpSocket(self->m_stream.release_socket(), self->m_parser->release(), *stream,
                               self->m_ground);
            });
        });
    });
}

BeastFeed::BeastFeed(beast::tcp_stream stream, std::shared_ptr<Ground> ground)
    : m_ground(std::move(ground)),
      m_stream(std::move(stream))
{
    ++m_ground->open;
}

BeastFeed::~BeastFeed()
{
    --m_ground->open;
}

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
    if (m_backlog + static_cast<std::size_t>(frame.size()) > HttpServer::largestBacklog) {
        m_closed = true;
        boost::asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->m_stream.close(); });
        return false;
    }
    queue(frame);
    return true;
}

void BeastFeed::queue(QByteArray frame)
{
    m_backlog += static_cast<std::size_t>(frame.size());
    boost::asio::post(m_stream.get_executor(),
                      [self = shared_from_this(), frame = std::move(frame)]() mutable {
                          self->m_queue.push_back(std::move(frame));
                          if (!self->m_writing)
                              self->writeNext();
                      });
}

void BeastFeed::writeNext()
{
    m_writing = true;
    const QByteArray &frame = m_queue.front();
    boost::asio::async_write(m_stream.socket(),
                             boost::asio::buffer(frame.constData(), static_cast<std::size_t>(frame.size())),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 self->m_backlog -= static_cast<std::size_t>(self->m_queue.front().size());
                                 self->m_queue.erase(self->m_queue.begin());
                                 self->m_writing = false;
                                 if (error)
                                     self->m_closed = true;
                                 else if (!self->m_queue.empty())
                                     self->writeNext();
                             });
}

/// Nothing more comes from the reader; that its end is closed is how we learn that it went.
void BeastFeed::watchReader()
{
    m_stream.socket().async_read_some(boost::asio::buffer(&m_unread, 1),
                                      [self = shared_from_this()](beast::error_code error, std::size_t) {
                                          if (error)
                                              self->m_closed = true;
                                          else
                                              self->watchReader();
                                      });
}

} // namespace core::api::server
