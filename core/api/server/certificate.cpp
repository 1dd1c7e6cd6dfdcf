// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/certificate.h"

#include "core/base/errors.h"

#include <QHostAddress>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>
#include <memory>

using namespace Qt::StringLiterals;

namespace core::api::server {

namespace {

constexpr long secondsValid = 825L * 24 * 3600;

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, FreeWith<X509_free>>;
using Bio = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>>;

Error failure()
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    return Error(errors::Internal, QString::fromLatin1(text.data()));
}

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList all;
    for (const QString &name : names) {
        const bool isAddress = !QHostAddress(name).isNull();
        all += (isAddress ? "IP:" : "DNS:") + name.toLatin1();
    }
    return all.join(',');
}

bool extend(X509 *certificate, int what, const QByteArray &value)
{
    const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, what, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool describe(X509 *certificate, EVP_PKEY *key, const QStringList &names)
{
    std::array<unsigned char, 16> serial{};
    if (RAND_bytes(serial.data(), static_cast<int>(serial.size())) != 1)
        return false;
    serial.front() &= 0x7f; // a serial number is positive
    ASN1_INTEGER *number = X509_get_serialNumber(certificate);
    const std::unique_ptr<BIGNUM, FreeWith<BN_free>> big(
        BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    const QByteArray common = names.isEmpty() ? QByteArray("vigied") : names.first().toUtf8().left(64);
    X509_NAME *subject = X509_get_subject_name(certificate);
    return big && BN_to_ASN1_INTEGER(big.get(), number) != nullptr && X509_set_version(certificate, 2) == 1
        && X509_gmtime_adj(X509_getm_notBefore(certificate), -3600) != nullptr // clocks differ
        && X509_gmtime_adj(X509_getm_notAfter(certificate), secondsValid) != nullptr
        && X509_set_pubkey(certificate, key) == 1
        && X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(common.constData()), -1, -1, 0)
        == 1
        && X509_set_issuer_name(certificate, subject) == 1
        && extend(certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && extend(certificate, NID_ext_key_usage, "serverAuth")
        && (names.isEmpty() || extend(certificate, NID_subject_alt_name, alternativeNames(names)));
}

/// Null: there is none.
X509Ptr firstOf(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return X509Ptr(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
}

Error noCertificate()
{
    return errors::invalidArgument(u"certificate"_s, u"no certificate in PEM form"_s);
}

} // namespace

Result<Certificate> selfSigned(const QStringList &names)
{
    const Key key(EVP_EC_gen("P-256"));
    const X509Ptr certificate(X509_new());
    if (!key || !certificate || !describe(certificate.get(), key.get(), names)
        || X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return failure();
    const Bio shown(BIO_new(BIO_s_mem()));
    const Bio secret(BIO_new(BIO_s_mem()));
    if (!shown || !secret || PEM_write_bio_X509(shown.get(), certificate.get()) != 1
        || PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failure();
    return Certificate{contents(shown.get()), contents(secret.get())};
}

Result<QString> fingerprint(const QByteArray &pem)
{
    const X509Ptr certificate = firstOf(pem);
    if (!certificate)
        return noCertificate();
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1)
        return failure();
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size))
            .toHex(':')
            .toUpper());
}

Result<Instant> expiry(const QByteArray &pem)
{
    const X509Ptr certificate = firstOf(pem);
    std::tm parts{};
    if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &parts) != 1)
        return noCertificate();
    return Instant(std::chrono::seconds(::timegm(&parts)));
}

} // namespace core::api::server
