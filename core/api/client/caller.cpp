// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/caller.h"

#include "core/api/schema/messages.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace core::api::client {

namespace {
constexpr int requestTimeoutMs = 30'000;
constexpr int firstErrorStatus = 400;
} // namespace

Error failureOf(const QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= firstErrorStatus)
        return schema::errorOfProblem(body, status);
    // Never reached, or cut off on the way: a good status says nothing of how the answer would have ended.
    return Error(errors::Unreachable, QJsonObject{{u"where"_s, reply.url().authority()}},
                 reply.errorString());
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
        if (reply->error() == QNetworkReply::NoError)
            done(answer);
        else
            done(failureOf(*reply, answer));
    });
}

} // namespace core::api::client
