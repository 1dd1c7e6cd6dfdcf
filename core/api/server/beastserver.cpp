// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/beastserver.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace core::api::server {

namespace http = boost::beast::http;
using tcp = boost::asio::ip::tcp;

Q_LOGGING_CATEGORY(lcHttp, "vigie.http")

void Ground::end()
{
    std::map<const void *, std::function<void()>> now;
    {
        const std::lock_guard lock(mutex);
        now = closers;
    }
    for (const auto &[socket, close] : now)
        close();
    io.restart();
    io.poll(); // what waited hears that it is over
}

OpenSocket::OpenSocket(std::shared_ptr<Ground> ground, std::function<void()> close)
    : m_ground(std::move(ground))
{
    ++m_ground->open;
    const std::lock_guard lock(m_ground->mutex);
    m_ground->closers.emplace(this, std::move(close));
}

OpenSocket::~OpenSocket()
{
    --m_ground->open;
    const std::lock_guard lock(m_ground->mutex);
    m_ground->closers.erase(this);
}

HttpServer::Private::Private(Handler &serverHandler, HttpLimits serverLimits)
    : handler(serverHandler),
      limits(serverLimits),
      acceptor(ground->io)
{}

HttpServer::Private::~Private()
{
    ground->io.stop();
    if (thread.joinable())
        thread.join();
    ending = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    ground->end();
}

Result<quint16> HttpServer::Private::listen(const QString &address, quint16 port)
{
    boost::system::error_code error;
    const auto ip = boost::asio::ip::make_address(address.toStdString(), error);
    if (error)
        return errors::invalidArgument(QStringLiteral("address"), QString::fromStdString(error.message()));
    const tcp::endpoint endpoint(ip, port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(boost::asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(boost::asio::socket_base::max_listen_connections, error);
    if (error)
        return Error(errors::Unreachable, QJsonObject{{QStringLiteral("where"), address}},
                     QString::fromStdString(error.message()));
    accept();
    thread = std::thread([held = ground] { held->io.run(); });
    return acceptor.local_endpoint().port();
}

void HttpServer::Private::accept()
{
    acceptor.async_accept([this](boost::system::error_code error, tcp::socket socket) {
        if (ending || error == boost::asio::error::operation_aborted)
            return;
        if (error)
            qCWarning(lcHttp) << "accept" << QString::fromStdString(error.message());
        else if (ground->open.load() < limits.connections)
            std::make_shared<Connection>(std::move(socket), this)->read();
        accept();
    });
}

HttpServer::HttpServer(Handler &handler, HttpLimits limits) : d(std::make_unique<Private>(handler, limits)) {}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::listen(const QString &address, quint16 port)
{
    return d->listen(address, port);
}

int HttpServer::connections() const
{
    return d->ground->open.load();
}

} // namespace core::api::server
