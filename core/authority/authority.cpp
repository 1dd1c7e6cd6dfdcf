// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/authority/authority.h"

#include "core/authority/openssl.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace core::authority {

namespace {

using Extension = std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>>;

constexpr long day = 24L * 3600;
constexpr long authorityDays = 3650;
constexpr long hostDays = 825;

Error fileError(const QFileDevice &file)
{
    return errors::invalidArgument(file.fileName(), file.errorString());
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file);
    return file.readAll();
}

Result<void> writePrivately(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        return fileError(file);
    return {};
}

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

bool isAddress(const QString &name)
{
    std::unique_ptr<ASN1_OCTET_STRING, FreeWith<ASN1_OCTET_STRING_free>> address(
        a2i_IPADDRESS(name.toLatin1().constData()));
    return address != nullptr;
}

QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList all;
    for (const QString &name : names)
        all += (isAddress(name) ? "IP:" : "DNS:") + name.toLatin1();
    return all.join(',');
}

bool extend(X509 *certificate, X509 *issuer, int what, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, what, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// What both kinds have: number, dates, key and name.
bool describe(X509 *certificate, EVP_PKEY *key, const QString &name, long days)
{
    std::array<unsigned char, 16> serial{};
    if (RAND_bytes(serial.data(), static_cast<int>(serial.size())) != 1)
        return false;
    serial.front() &= 0x7f; // a serial number is positive
    const std::unique_ptr<BIGNUM, FreeWith<BN_free>> big(
        BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    const QByteArray common = name.toUtf8().left(64);
    return big && BN_to_ASN1_INTEGER(big.get(), X509_get_serialNumber(certificate)) != nullptr
        && X509_set_version(certificate, 2) == 1
        && X509_gmtime_adj(X509_getm_notBefore(certificate), -3600) != nullptr // clocks differ
        && X509_gmtime_adj(X509_getm_notAfter(certificate), days * day) != nullptr
        && X509_set_pubkey(certificate, key) == 1
        && X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(common.constData()), -1, -1, 0)
        == 1;
}

Result<Issued> toPem(X509 *certificate, EVP_PKEY *key)
{
    const Bio shown(BIO_new(BIO_s_mem()));
    const Bio secret(BIO_new(BIO_s_mem()));
    if (!shown || !secret || PEM_write_bio_X509(shown.get(), certificate) != 1
        || PEM_write_bio_PrivateKey(secret.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return opensslFailure();
    return Issued{contents(shown.get()), contents(secret.get())};
}

Result<Issued> newAuthority()
{
    const Key key(EVP_EC_gen("P-256"));
    const X509Ptr certificate(X509_new());
    X509 *made = certificate.get();
    if (!key || !certificate || !describe(made, key.get(), u"Vigie host authority"_s, authorityDays)
        || X509_set_issuer_name(made, X509_get_subject_name(made)) != 1
        || !extend(made, made, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        || !extend(made, made, NID_key_usage, "critical,keyCertSign,cRLSign")
        || !extend(made, made, NID_subject_key_identifier, "hash")
        || X509_sign(made, key.get(), EVP_sha256()) == 0)
        return opensslFailure();
    return toPem(made, key.get());
}

} // namespace

struct Authority::Parts {
    X509Ptr certificate;
    Key key;
};

Authority::Authority(QByteArray certificate, std::unique_ptr<Parts> parts)
    : m_certificate(std::move(certificate)),
      m_parts(std::move(parts))
{}
Authority::Authority(Authority &&other) noexcept = default;
Authority &Authority::operator=(Authority &&other) noexcept = default;
Authority::~Authority() = default;

Result<Authority> Authority::open(const QString &directory)
{
    const QString shown = QDir(directory).filePath(u"authority.pem"_s);
    const QString secret = QDir(directory).filePath(u"authority.key"_s);
    if (!QFile::exists(secret)) {
        const auto made = newAuthority();
        if (!made)
            return made.error();
        if (const auto written = writePrivately(shown, made->certificate); !written)
            return written.error();
        if (const auto written = writePrivately(secret, made->key); !written) // last: it says "done"
            return written.error();
    }
    auto certificate = readFile(shown);
    if (!certificate)
        return certificate.error();
    const auto key = readFile(secret);
    if (!key)
        return key.error();
    const Bio bio(BIO_new_mem_buf(key->constData(), static_cast<int>(key->size())));
    auto parts = std::make_unique<Parts>();
    parts->certificate = readCertificate(*certificate);
    parts->key.reset(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!parts->certificate)
        return errors::invalidArgument(shown, u"no certificate in PEM form"_s);
    if (!parts->key || X509_check_private_key(parts->certificate.get(), parts->key.get()) != 1)
        return errors::invalidArgument(secret, u"not the key of the certificate beside it"_s);
    return Authority(*std::move(certificate), std::move(parts));
}

Result<Issued> Authority::issue(const QStringList &names) const
{
    if (names.isEmpty())
        return errors::invalidArgument(u"names"_s, u"at least one expected"_s);
    const Key key(EVP_EC_gen("P-256"));
    const X509Ptr certificate(X509_new());
    X509 *made = certificate.get();
    X509 *issuer = m_parts->certificate.get();
    if (!key || !certificate || !describe(made, key.get(), names.first(), hostDays)
        || X509_set_issuer_name(made, X509_get_subject_name(issuer)) != 1
        || !extend(made, issuer, NID_basic_constraints, "critical,CA:FALSE")
        || !extend(made, issuer, NID_key_usage, "critical,digitalSignature,keyEncipherment")
        || !extend(made, issuer, NID_ext_key_usage, "serverAuth,clientAuth")
        || !extend(made, issuer, NID_authority_key_identifier, "keyid")
        || !extend(made, issuer, NID_subject_alt_name, alternativeNames(names))
        || X509_sign(made, m_parts->key.get(), EVP_sha256()) == 0)
        return opensslFailure();
    return toPem(made, key.get());
}

} // namespace core::authority
