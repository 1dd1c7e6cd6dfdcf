// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/api/serverfixture.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace apitest {

using namespace core;
using namespace core::api::server;

Served::Served(HttpLimits limits, tests::MemoryStore *kept, QByteArray wantedToken,
               std::optional<Certificate> certificate)
    : store(kept == nullptr ? ownStore : *kept),
      token(std::move(wantedToken))
{
    core = std::make_unique<orchestrator::Core>(clock, connector, store,
                                                orchestrator::Core::Settings{.user = u"local\\ann"_s});
    core->setListener(&feed);
    orchestrator::InitialInventory initial;
    const auto topology = world.topology();
    for (const auto &each : topology.datacenters)
        initial.objects.emplace_back(std::make_shared<const model::Datacenter>(each));
    for (const auto &each : topology.clusters)
        initial.objects.emplace_back(std::make_shared<const model::Cluster>(each));
    for (const auto &each : topology.hosts)
        initial.hosts.push_back({.host = each});
    if (const auto started = tests::waitFor(core->start(initial)); !started)
        qFatal("%s", qPrintable(started.error().detail));
    const auto isConnected = [](const auto &host) { return host->state == model::HostState::Connected; };
    if (!eventually([&] { return std::ranges::all_of(now().all<model::Host>(), isConnected); }))
        qFatal("the simulated hosts do not answer");
    feed.setInventory([this] { return core->inventory().now(); });
    accounts.setInventory([this] { return core->inventory().now(); });
    accounts.setFixedToken(token, core->settings().user);
    api = std::make_unique<Api>(*core, feed, accounts, Api::Settings{});
    http = std::make_unique<HttpServer>(*api, limits);
    accounts.setSessionEnded([this](SessionId session) { feed.close(session); });
    if (certificate && !http->useCertificate(*certificate))
        qFatal("the certificate is not accepted");
    port = *http->listen(u"127.0.0.1"_s, 0);
}

VmId Served::vmIn(model::PowerState state)
{
    for (const auto &vm : now().all<model::Vm>()) {
        if (vm->state == state && !vm->isTemplate)
            return vm->id;
    }
    qFatal("no such machine in this world");
}

QByteArray Served::folderBody(const QString &name)
{
    return QJsonDocument(
               QJsonObject{{u"parent"_s, toString(model::ObjectRef(datacenter()))}, {u"name"_s, name}})
        .toJson(QJsonDocument::Compact);
}

QByteArray Reply::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QString Reply::code() const
{
    return QJsonDocument::fromJson(body).object().value(u"code"_s).toString();
}

RawClient::RawClient(quint16 port)
{
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                     [this] { m_received += m_socket.readAll(); });
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    if (!eventually([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }))
        qWarning("not connected");
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
}

Reply RawClient::reply()
{
    qsizetype headEnd = -1;
    Reply reply;
    const bool whole = eventually([&] {
        headEnd = m_received.indexOf("\r\n\r\n");
        reply.head = headEnd < 0 ? QByteArray() : m_received.left(headEnd);
        const qsizetype length = reply.header("Content-Length").toLongLong();
        return (headEnd >= 0 && m_received.size() >= headEnd + 4 + length) || isClosed();
    });
    if (!whole || headEnd < 0)
        return {.closed = isClosed()};
    const qsizetype length = reply.header("Content-Length").toLongLong();
    reply.status = reply.head.mid(9, 3).toInt();
    reply.body = m_received.mid(headEnd + 4, length);
    m_received.remove(0, headEnd + 4 + length);
    if (reply.header("Connection") == "close")
        reply.closed = eventually([this] { return isClosed(); });
    return reply;
}

QByteArray request(const Served &served, const QByteArray &method, const QByteArray &target,
                   const QByteArray &body, const QByteArray &extra)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + served.token
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + extra + "\r\n" + body;
}

Reply ask(const Served &served, const QByteArray &bytes)
{
    RawClient client(served.port);
    client.send(bytes);
    return client.reply();
}

} // namespace apitest
