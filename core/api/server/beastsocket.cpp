// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/beastserver.h"

#include <boost/asio/local/stream_protocol.hpp>
#include <boost/beast/websocket.hpp>

#include <array>

namespace core::api::server {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;

namespace {

constexpr std::size_t chunk = 64 << 10;
constexpr std::size_t largestMessage = 1 << 20; ///< keys and pasted text; a client sends no more
constexpr int mostPings = 100; ///< between two messages with content; each costs us an answer

/// A guest's screen on its way: RFB bytes in both directions, as they come.
class Pump : public std::enable_shared_from_this<Pump>
{
public:
    Pump(Stream socket, StreamFd stream, std::shared_ptr<Ground> ground)
        : m_open(std::move(ground),
                 [this] {
                     beast::error_code ignored;
                     m_socket.next_layer().close();
                     m_stream.close(ignored);
                 }),
          m_socket(std::move(socket)),
          m_stream(m_open.ground().io, boost::asio::local::stream_protocol(), stream.fd),
          m_end(stream.end)
    {
        m_socket.next_layer().tcp().expires_never(); // the WebSocket has its own patience
        m_socket.binary(true);
        m_socket.read_message_max(largestMessage);
        m_socket.set_option(websocket::stream_base::timeout::suggested(beast::role_type::server));
        m_socket.set_option(websocket::stream_base::decorator([](websocket::response_type &response) {
            response.set(http::field::sec_websocket_protocol, "binary");
        }));
    }

    void start(http::request<http::string_body> upgrade)
    {
        m_upgrade = std::move(upgrade);
        m_end->set([weak = weak_from_this()] {
            if (const auto self = weak.lock())
                boost::asio::post(self->m_open.ground().io, [self] { self->closeAll(); });
        });
        m_socket.control_callback([this](websocket::frame_type type, beast::string_view) {
            if (type == websocket::frame_type::ping && ++m_pings > mostPings)
                boost::asio::post(m_open.ground().io, [self = shared_from_this()] { self->closeAll(); });
        });
        m_socket.async_accept(m_upgrade, [self = shared_from_this()](beast::error_code error) {
            if (error)
                return;
            self->fromClient();
            self->fromHost();
        });
    }

private:
    void fromClient()
    {
        m_socket.async_read(m_incoming, [self = shared_from_this()](beast::error_code error, std::size_t) {
            if (error) {
                self->m_stream.close();
                return;
            }
            self->m_pings = 0;
            boost::asio::async_write(self->m_stream, self->m_incoming.data(),
                                     [self](beast::error_code failed, std::size_t written) {
                                         self->m_incoming.consume(written);
                                         if (failed)
                                             self->closeClient();
                                         else
                                             self->fromClient();
                                     });
        });
    }

    void fromHost()
    {
        m_stream.async_read_some(boost::asio::buffer(m_outgoing),
                                 [self = shared_from_this()](beast::error_code error, std::size_t size) {
                                     if (error)
                                         self->closeClient();
                                     else
                                         self->toClient(size);
                                 });
    }

    void toClient(std::size_t size)
    {
        m_socket.async_write(boost::asio::buffer(m_outgoing.data(), size),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 if (error)
                                     self->m_stream.close();
                                 else
                                     self->fromHost();
                             });
    }

    void closeAll()
    {
        beast::error_code ignored;
        m_socket.next_layer().close();
        m_stream.close(ignored);
    }

    void closeClient()
    {
        m_socket.async_close(websocket::close_code::normal,
                             [self = shared_from_this()](beast::error_code) {});
    }

    OpenSocket m_open; ///< before the sockets, which need its ground to the end
    websocket::stream<Stream> m_socket;
    boost::asio::local::stream_protocol::socket m_stream;
    std::shared_ptr<StreamEnd> m_end;
    int m_pings = 0;
    http::request<http::string_body> m_upgrade;
    beast::flat_buffer m_incoming;
    std::array<char, chunk> m_outgoing{};
};

} // namespace

void pumpSocket(Stream socket, http::request<http::string_body> upgrade, StreamFd stream,
                std::shared_ptr<Ground> ground)
{
    std::make_shared<Pump>(std::move(socket), stream, std::move(ground))->start(std::move(upgrade));
}

} // namespace core::api::server
