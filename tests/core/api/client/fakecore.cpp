// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/api/client/fakecore.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tests {

using namespace core;

FakeCore::FakeCore()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the fake core cannot listen: %s", qPrintable(m_server.errorString()));
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    });
}

api::client::Endpoint FakeCore::endpoint() const
{
    return {.url = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())),
            .token = u"token"_s,
            .pid = QCoreApplication::applicationPid()};
}

void FakeCore::on(const QByteArray &method, const QByteArray &pathBegin, Handler handler)
{
    m_routes.push_back({method, pathBegin, std::move(handler)});
}

std::vector<FakeCore::Request> FakeCore::requestsTo(const QByteArray &pathBegin) const
{
    std::vector<Request> found;
    for (const Request &request : m_requests) {
        if (request.path.startsWith(pathBegin))
            found.push_back(request);
    }
    return found;
}

void FakeCore::answer(QTcpSocket &socket, const QByteArray &body, const QByteArray &status)
{
    socket.write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void FakeCore::problem(QTcpSocket &socket, const Error &error, const QByteArray &status)
{
    const int number = status.left(3).toInt();
    answer(socket, QJsonDocument(api::schema::problem(error, number)).toJson(), status);
}

void FakeCore::beginFeed(QTcpSocket &socket)
{
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
}

void FakeCore::say(QTcpSocket &socket, const QByteArray &id, const api::schema::FeedMessage &message)
{
    socket.write("id: " + id + "\nevent: " + api::schema::feedEventName(message)
                 + "\ndata: " + api::schema::feedData(message) + "\n\n");
}

/// Requests of these tests arrive whole: a header and, of a POST, the few bytes of its body.
void FakeCore::read(QTcpSocket &socket)
{
    const QByteArray text = socket.property("text").toByteArray() + socket.readAll();
    const qsizetype end = text.indexOf("\r\n\r\n");
    socket.setProperty("text", text);
    if (end < 0)
        return;
    const QByteArrayList lines = text.left(end).split('\n');
    const QByteArrayList first = lines.front().trimmed().split(' ');
    Request request{.method = first.value(0), .path = first.value(1), .headers = {}};
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype whole = end + 4 + request.headers.value("content-length").toLongLong();
    if (text.size() < whole)
        return;
    socket.setProperty("text", text.mid(whole));
    m_requests.push_back(request);
    handle(request, socket);
}

void FakeCore::handle(const Request &request, QTcpSocket &socket)
{
    for (const Route &route : m_routes) {
        if (route.method == request.method && request.path.startsWith(route.pathBegin)) {
            route.handler(request, socket);
            return;
        }
    }
    problem(socket, Error(errors::NotFound, QJsonObject{{u"what"_s, QString::fromUtf8(request.path)}}),
            "404 Not Found");
}

} // namespace tests
