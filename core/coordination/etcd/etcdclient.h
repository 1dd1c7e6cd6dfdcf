// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <optional>
#include <vector>

namespace core::coordination {

/// etcd's JSON gateway: POST only, keys and values in base64, 64-bit numbers as strings, what is 0 or false left out.
/// A member that does not answer is left for the next one; the question is not repeated here, for it may have been
/// answered.
class EtcdClient
{
public:
    using Answer = std::function<void(std::optional<QJsonObject>)>;

    /// @param endpoints `http://host:2379`; one at least
    explicit EtcdClient(std::vector<QUrl> endpoints,
                        QSslConfiguration tls = QSslConfiguration::defaultConfiguration());

    /// @param path below `/v3/`: "kv/txn"
    /// @param answer called once on this loop; nothing: none in time, or an error
    void post(const QString &path, const QJsonObject &body, Answer answer);
    /// A stream of answers, one a line. The caller owns it.
    [[nodiscard]] QNetworkReply *stream(const QString &path, const QJsonObject &body);
    /// The present member does not serve: the next one is asked from now on.
    void turn() { m_at = (m_at + 1) % m_endpoints.size(); }

private:
    [[nodiscard]] QNetworkRequest requestFor(const QString &path) const;

    std::vector<QUrl> m_endpoints;
    std::size_t m_at = 0;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

[[nodiscard]] QString toBase64(const QByteArray &bytes);
[[nodiscard]] QByteArray fromBase64(const QJsonValue &value);
/// A 64-bit number, which the gateway writes as a string; absent: 0.
[[nodiscard]] quint64 numberOf(const QJsonValue &value);

} // namespace core::coordination
