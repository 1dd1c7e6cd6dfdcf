// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/caller.h"

#include "core/api/client/trust.h"
#include "core/api/schema/messages.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace core::api::client {

namespace {
constexpr int requestTimeoutMs = 30'000;
constexpr int firstErrorStatus = 400;
constexpr const char *agent = "Vigie/" VIGIE_VERSION; ///< always the same: a session is good for no other
} // namespace

bool isSignedOut(const Error &error)
{
    return error.code == u"identity.not-signed-in"; // the server's own module: known here by its name
}

Error failureOf(const QNetworkReply &reply, const QByteArray &body, const Trust &trust)
{
    if (auto distrust = distrustOf(reply, trust))
        return *std::move(distrust);
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
    if (!m_endpoint.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_endpoint.token.toUtf8());
    request.setRawHeader("User-Agent", agent);
    if (m_endpoint.url.scheme() == u"https")
        request.setSslConfiguration(tlsConfiguration(m_endpoint.trust));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

void Caller::setEndpoint(Endpoint endpoint)
{
    if (endpoint.url != m_endpoint.url || endpoint.trust != m_endpoint.trust)
        m_network.clearConnectionCache(); // those were judged otherwise
    m_endpoint = std::move(endpoint);
}

void Caller::request(const QByteArray &verb, const QString &path, const QJsonObject &body, Body done,
                     const QByteArray &ifMatch)
{
    QNetworkRequest request = requestFor(path);
    request.setTransferTimeout(requestTimeoutMs);
    QByteArray content;
    if (verb != "GET") {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        if (!ifMatch.isEmpty())
            request.setRawHeader("If-Match", ifMatch);
        content = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    QNetworkReply *reply = m_network.sendCustomRequest(request, verb, content);
    judge(*reply, m_endpoint.trust);
    const auto finish = [this, reply, trust = m_endpoint.trust, token = m_endpoint.token,
                         done = std::move(done)] {
        reply->deleteLater();
        const QByteArray answer = reply->readAll();
        if (reply->error() == QNetworkReply::NoError) {
            done(answer);
            return;
        }
        const Error why = failureOf(*reply, answer, trust);
        if (isSignedOut(why) && token == m_endpoint.token)
            Q_EMIT signedOut(why);
        done(why);
    };
    connect(reply, &QNetworkReply::finished, this, finish);
}

} // namespace core::api::client
