// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/endpoint.h"
#include "core/api/schema/messages.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace tests {

/// What a core would never do: an HTTP server that says what the test tells it to, also half of it.
class FakeCore : public QObject
{
public:
    struct Request {
        QByteArray method;
        QByteArray path; ///< with the query
        QHash<QByteArray, QByteArray> headers; ///< lower-case names
    };
    /// The socket is open and the server's.
    using Handler = std::function<void(const Request &, QTcpSocket &)>;

    FakeCore();

    [[nodiscard]] core::api::client::Endpoint endpoint() const;
    void on(const QByteArray &method, const QByteArray &pathBegin, Handler handler);
    /// All that came with this path, the oldest first.
    [[nodiscard]] std::vector<Request> requestsTo(const QByteArray &pathBegin) const;

    static void answer(QTcpSocket &socket, const QByteArray &body, const QByteArray &status = "200 OK");
    static void problem(QTcpSocket &socket, const core::Error &error, const QByteArray &status);
    static void beginFeed(QTcpSocket &socket);
    static void say(QTcpSocket &socket, const QByteArray &id, const core::api::schema::FeedMessage &message);

private:
    struct Route {
        QByteArray method;
        QByteArray pathBegin;
        Handler handler;
    };
    void read(QTcpSocket &socket);
    void handle(const Request &request, QTcpSocket &socket);

    QTcpServer m_server;
    std::vector<Route> m_routes;
    std::vector<Request> m_requests;
};

} // namespace tests
