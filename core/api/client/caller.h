// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/endpoint.h"
#include "core/base/result.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>

#include <functional>

namespace core::api::client {

/// Single questions to one core over HTTP, each answered once, on the thread of the event loop.
class Caller : public QObject
{
    Q_OBJECT

public:
    using Body = std::function<void(const Result<QByteArray> &)>;

    explicit Caller(Endpoint endpoint) : m_endpoint(std::move(endpoint)) {}

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    void setEndpoint(Endpoint endpoint);

    /// Signed with the endpoint's token. @param path below /api/v1, encoded
    [[nodiscard]] QNetworkRequest requestFor(const QString &path) const;

    /// Anything but a GET carries an idempotency key: Qt repeats a POST by itself when a kept connection closes,
    /// and the core must see one request.
    /// @param ifMatch the ETag of the object that is to change; empty: none
    void request(const QByteArray &verb, const QString &path, const QJsonObject &body, Body done,
                 const QByteArray &ifMatch = {});

    /// As request(), the answer read as JSON by `read` and given to `answer` unless `context` is gone.
    template <class T, class Read>
    void ask(const QByteArray &verb, const QString &path, const QJsonObject &body, QObject *context,
             std::function<void(const Result<T> &)> answer, Read read, const QByteArray &ifMatch = {})
    {
        request(
            verb, path, body,
            [guard = QPointer<QObject>(context), answer = std::move(answer),
             read](const Result<QByteArray> &reply) {
                if (!guard)
                    return;
                if (!reply)
                    answer(reply.error());
                else
                    answer(read(QJsonDocument::fromJson(*reply).object()));
            },
            ifMatch);
    }

Q_SIGNALS:
    /// The token that is used now opens nothing (any more). Before the answer to whoever asked.
    void signedOut(const core::Error &why);

private:
    Endpoint m_endpoint;
    QNetworkAccessManager m_network;
};

/// Who we are is no longer, or was never, known to the core.
[[nodiscard]] bool isSignedOut(const Error &error);

/// Why a reply failed: its certificate (errors.h), the problem that the core answered with, or that it could not be reached or broke off.
/// @param body what came of the answer
[[nodiscard]] Error failureOf(const QNetworkReply &reply, const QByteArray &body, const Trust &trust);

} // namespace core::api::client
