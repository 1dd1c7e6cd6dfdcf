// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coordination/etcd/etcdclient.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core::coordination {

namespace {

constexpr int patience = 1'500; ///< ms; a member that has lost its leader would take seven seconds to say so

} // namespace

EtcdClient::EtcdClient(std::vector<QUrl> endpoints, QSslConfiguration tls)
    : m_endpoints(std::move(endpoints)),
      m_tls(std::move(tls))
{}

QNetworkRequest EtcdClient::requestFor(const QString &path) const
{
    QUrl url = m_endpoints[m_at];
    url.setPath(u"/v3/"_s + path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setSslConfiguration(m_tls);
    return request;
}

void EtcdClient::post(const QString &path, const QJsonObject &body, Answer answer)
{
    QNetworkRequest request = requestFor(path);
    request.setTransferTimeout(patience);
    QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    const std::size_t asked = m_at;
    QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply, asked, then = std::move(answer)] {
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError) {
            if (asked == m_at)
                turn();
            return then(std::nullopt);
        }
        then(QJsonDocument::fromJson(reply->readAll()).object());
    });
}

QNetworkReply *EtcdClient::stream(const QString &path, const QJsonObject &body)
{
    return m_network.post(requestFor(path), QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QString toBase64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

quint64 numberOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toULongLong() : static_cast<quint64>(value.toDouble());
}

} // namespace core::coordination
