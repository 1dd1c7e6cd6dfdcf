// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/trust.h"

#include "core/api/client/errors.h"

#include <QCryptographicHash>
#include <QNetworkReply>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace core::api::client {

namespace {

constexpr qsizetype digestSize = 32; ///< bytes of SHA-256

QString shown(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex(':')).toUpper();
}

} // namespace

QString fingerprintOf(const QSslCertificate &certificate)
{
    return shown(certificate.digest(QCryptographicHash::Sha256));
}

QString fingerprintFrom(const QString &text)
{
    QString digits = text.trimmed();
    if (digits.startsWith(u"SHA256:", Qt::CaseInsensitive))
        digits.remove(0, 7);
    digits.remove(u':').remove(u' ');
    const QByteArray digest = QByteArray::fromHex(digits.toLatin1());
    const bool isHex = QString::fromLatin1(digest.toHex()) == digits.toLower();
    return isHex && digest.size() == digestSize ? shown(digest) : QString();
}

QSslConfiguration tlsConfiguration(const Trust &trust)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (!trust.fingerprint.isEmpty())
        configuration.setCaCertificates({});
    else if (!trust.authorities.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromData(trust.authorities, QSsl::Pem));
    return configuration;
}

bool isTrusted(const QSslCertificate &peer, const Trust &trust)
{
    return !trust.fingerprint.isEmpty() && !peer.isNull() && fingerprintOf(peer) == trust.fingerprint;
}

void judge(QNetworkReply &reply, const Trust &trust)
{
    QObject::connect(&reply, &QNetworkReply::sslErrors, &reply, [&reply, trust] {
        if (isTrusted(reply.sslConfiguration().peerCertificate(), trust))
            reply.ignoreSslErrors();
    });
    // A resumed TLS session brings no errors; nothing has been sent at this moment.
    QObject::connect(&reply, &QNetworkReply::encrypted, &reply, [&reply, trust] {
        if (!trust.fingerprint.isEmpty() && !isTrusted(reply.sslConfiguration().peerCertificate(), trust))
            reply.abort();
    });
}

std::optional<Error> distrustOf(const QNetworkReply &reply, const Trust &trust)
{
    const QSslCertificate peer = reply.sslConfiguration().peerCertificate();
    if (peer.isNull() || isTrusted(peer, trust))
        return std::nullopt;
    QJsonObject params{{u"where"_s, reply.url().authority()}, {u"fingerprint"_s, fingerprintOf(peer)}};
    if (!trust.fingerprint.isEmpty()) {
        params.insert(u"known"_s, trust.fingerprint);
        return Error(errors::CertificateChanged, params);
    }
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return Error(errors::CertificateUnknown, params, reply.errorString());
    return std::nullopt;
}

bool isDistrust(const Error &error)
{
    return error.is(errors::CertificateUnknown) || error.is(errors::CertificateChanged);
}

} // namespace core::api::client
