// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <memory>

/// Beast's side of HttpServer: included by beast*.cpp only.
namespace core::api::server {

/// A TCP connection with TLS or without: requests, feeds and WebSockets read and write it and cannot tell. Models
/// Asio's AsyncStream for completion handlers (not for futures or coroutines).
class Stream
{
public:
    using Plain = boost::beast::tcp_stream;
    using Tls = boost::asio::ssl::stream<Plain>;
    using executor_type = Plain::executor_type; // NOLINT: Asio's name

    /// `context` may be null: no TLS. It must outlive the stream.
    Stream(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context *context)
    {
        if (context == nullptr)
            m_plain = std::make_unique<Plain>(std::move(socket));
        else
            m_tls = std::make_unique<Tls>(Plain(std::move(socket)), *context);
    }

    [[nodiscard]] executor_type get_executor() noexcept
    {
        return tcp().get_executor();
    } // NOLINT: Asio's name

    /// Where the deadlines are.
    [[nodiscard]] Plain &tcp() { return m_tls ? m_tls->next_layer() : *m_plain; }
    [[nodiscard]] boost::asio::ip::tcp::socket &socket() { return tcp().socket(); }
    /// Nothing to close where it has been moved to a feed or a socket.
    void close()
    {
        if (m_tls || m_plain)
            tcp().close();
    }

    /// At once where there is no TLS.
    template <class Handler>
    void handshake(Handler handler)
    {
        if (m_tls)
            m_tls->async_handshake(boost::asio::ssl::stream_base::server, std::move(handler));
        else
            boost::asio::post(get_executor(), [handler = std::move(handler)]() mutable { handler({}); });
    }

    template <class Buffers, class Handler>
    void async_read_some(const Buffers &buffers, Handler &&handler) // NOLINT: Asio's name
    {
        if (m_tls)
            m_tls->async_read_some(buffers, std::forward<Handler>(handler));
        else
            m_plain->async_read_some(buffers, std::forward<Handler>(handler));
    }
    template <class Buffers, class Handler>
    void async_write_some(const Buffers &buffers, Handler &&handler) // NOLINT: Asio's name
    {
        if (m_tls)
            m_tls->async_write_some(buffers, std::forward<Handler>(handler));
        else
            m_plain->async_write_some(buffers, std::forward<Handler>(handler));
    }

private:
    std::unique_ptr<Plain> m_plain;
    std::unique_ptr<Tls> m_tls;
};

/// How a WebSocket that nobody answers on is ended…
inline void beast_close_socket(Stream &stream) // NOLINT: Beast's name
{
    stream.close();
}
/// …and one that was closed in order.
template <class Handler>
void async_teardown(boost::beast::role_type role, Stream &stream, Handler &&handler) // NOLINT: Beast's name
{
    using boost::beast::websocket::async_teardown;
    async_teardown(role, stream.socket(), std::forward<Handler>(handler));
}
inline void teardown(boost::beast::role_type role, Stream &stream, boost::beast::error_code &error)
{
    using boost::beast::websocket::teardown;
    teardown(role, stream.socket(), error);
}

} // namespace core::api::server
