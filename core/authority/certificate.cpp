// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/authority/certificate.h"

#include "core/authority/openssl.h"

#include <ctime>

using namespace Qt::StringLiterals;

namespace core::authority {

Result<Instant> expiryOf(const QByteArray &pem)
{
    const X509Ptr certificate = readCertificate(pem);
    std::tm parts{};
    if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &parts) != 1)
        return errors::invalidArgument(u"certificate"_s, u"no certificate in PEM form"_s);
    return Instant(std::chrono::seconds(::timegm(&parts)));
}

bool isIssuedBy(const QByteArray &pem, const QByteArray &authority)
{
    const X509Ptr certificate = readCertificate(pem);
    const X509Ptr issuer = readCertificate(authority);
    const bool is =
        certificate && issuer && X509_verify(certificate.get(), X509_get0_pubkey(issuer.get())) == 1;
    ERR_clear_error();
    return is;
}

bool isGoodFor(const QByteArray &pem, const QString &name)
{
    const X509Ptr certificate = readCertificate(pem);
    if (!certificate)
        return false;
    const QByteArray text = name.toUtf8();
    const auto size = static_cast<size_t>(text.size());
    return X509_check_host(certificate.get(), text.constData(), size, 0, nullptr) == 1
        || X509_check_ip_asc(certificate.get(), text.constData(), 0) == 1;
}

} // namespace core::authority
