// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/caller.h"

#include "core/api/schema/messages.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace core::api::client {

namespace {
constexpr int requestTimeoutMs = 30'000;
}

Error networkError(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 300) // no answer, or a feed that was cut off in the middle of its own
        return Error(errors::Unreachable, QJsonObject{{u"where"_s, reply.url().authority()}},
                     reply.errorString());
    return Error(errors::Internal, u"HTTP %1"_s.arg(status));
}

QNetworkRequest Caller::requestFor(const QString &path) const
{
    QNetworkRequest request(m_endpoint.url.resolved(QUrl(QLatin1StringView(schema::apiRoot) + path)));
    request.setRawHeader("Authorization", "Bearer " + m_endpoint.token.toUtf8());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

void Caller::request(const QByteArray &verb, const QString &path, const QJsonObject &body, Body done)
{
    QNetworkRequest request = requestFor(path);
    request.setTransferTimeout(requestTimeoutMs);
    QByteArray content;
    if (verb != "GET") {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        content = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    QNetworkReply *reply = m_network.sendCustomRequest(request, verb, content);
    connect(reply, &QNetworkReply::finished, this, [reply, done = std::move(done)] {
        reply->deleteLater();
        const QByteArray answer = reply->readAll();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->error() == QNetworkReply::NoError)
            done(answer);
        else if (status != 0)
            done(schema::errorOfProblem(answer, status));
        else
            done(networkError(*reply));
    });
}

} // namespace core::api::client
