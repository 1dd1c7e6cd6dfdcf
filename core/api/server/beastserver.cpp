// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/beastserver.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace core::api::server {

namespace http = boost::beast::http;
using tcp = boost::asio::ip::tcp;

Q_LOGGING_CATEGORY(lcHttp, "vigie.http")

namespace {
constexpr std::chrono::milliseconds acceptPause{100};
}

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
      acceptor(ground->io),
      pause(ground->io)
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

Result<void> HttpServer::Private::useCertificate(const Certificate &certificate)
{
    namespace ssl = boost::asio::ssl;
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    boost::system::error_code error;
    context->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1
                             | ssl::context::no_sslv3,
                         error);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    const auto buffer = [](const QByteArray &pem) {
        return boost::asio::buffer(pem.constData(), static_cast<std::size_t>(pem.size()));
    };
    if (!error)
        context->use_certificate_chain(buffer(certificate.certificate), error);
    if (!error)
        context->use_private_key(buffer(certificate.key), ssl::context::pem, error);
    if (!error && SSL_CTX_check_private_key(context->native_handle()) != 1)
        return errors::invalidArgument(QStringLiteral("certificate"),
                                       QStringLiteral("the key is another one's"));
    if (error)
        return errors::invalidArgument(QStringLiteral("certificate"),
                                       QString::fromStdString(error.message()));
    ground->tls = std::move(context);
    return {};
}

void HttpServer::Private::accept()
{
    acceptor.async_accept([this](boost::system::error_code error, tcp::socket socket) {
        if (ending || error == boost::asio::error::operation_aborted)
            return;
        if (error) { // no file descriptors left, most likely: asking again at once would burn a processor
            qCWarning(lcHttp) << "accept" << QString::fromStdString(error.message());
            pause.expires_after(acceptPause);
            pause.async_wait([this](boost::system::error_code ended) {
                if (!ended && !ending)
                    accept();
            });
            return;
        }
        if (ground->open.load() < limits.connections)
            std::make_shared<Connection>(std::move(socket), this)->start();
        accept();
    });
}

HttpServer::HttpServer(Handler &handler, HttpLimits limits) : d(std::make_unique<Private>(handler, limits)) {}

HttpServer::~HttpServer() = default;

Result<void> HttpServer::useCertificate(const Certificate &certificate)
{
    return d->useCertificate(certificate);
}

Result<quint16> HttpServer::listen(const QString &address, quint16 port)
{
    return d->listen(address, port);
}

int HttpServer::connections() const
{
    return d->ground->open.load();
}

} // namespace core::api::server
