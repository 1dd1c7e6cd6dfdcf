// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault.h"

#include "core/vault/errors.h"

#include <QFile>
#include <QSaveFile>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace core::vault {

namespace {

constexpr qsizetype keySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr QFile::Permissions ours = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;

Error unusable(const QString &path, const QString &detail)
{
    return Error(errors::KeyUnusable, QJsonObject{{u"path"_s, path}}, detail);
}

unsigned char *bytes(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

const unsigned char *bytes(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

unsigned long long sizeOf(const QByteArray &data)
{
    return static_cast<unsigned long long>(data.size());
}

Result<QByteArray> newKey(const QString &path)
{
    QByteArray key(keySize, Qt::Uninitialized);
    randombytes_buf(key.data(), static_cast<size_t>(keySize));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ours) || file.write(key) != key.size()
        || !file.commit())
        return unusable(path, file.errorString());
    return key;
}

} // namespace

Result<Vault> Vault::open(const QString &keyFile)
{
    if (sodium_init() < 0)
        return Error(core::errors::Internal, u"libsodium cannot be used"_s);
    QFile file(keyFile);
    if (!file.exists()) {
        auto key = newKey(keyFile);
        if (!key)
            return key.error();
        return Vault(*std::move(key));
    }
    if ((file.permissions() & others) != 0)
        return unusable(keyFile, u"others than its owner can read it: chmod 600"_s);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(keyFile, file.errorString());
    QByteArray key = file.read(keySize + 1);
    if (key.size() != keySize)
        return unusable(keyFile, u"%1 bytes expected"_s.arg(keySize));
    return Vault(std::move(key));
}

Vault::Vault(Vault &&other) noexcept : m_key(std::exchange(other.m_key, QByteArray())) {}

Vault &Vault::operator=(Vault &&other) noexcept
{
    std::swap(m_key, other.m_key);
    return *this;
}

Vault::~Vault()
{
    if (!m_key.isEmpty())
        sodium_memzero(m_key.data(), static_cast<size_t>(m_key.size()));
}

QByteArray Vault::seal(const QByteArray &secret, const QByteArray &purpose) const
{
    QByteArray sealed(nonceSize + secret.size() + tagSize, Qt::Uninitialized);
    randombytes_buf(sealed.data(), static_cast<size_t>(nonceSize));
    const QByteArray nonce = sealed.left(nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed) + nonceSize, nullptr, bytes(secret),
                                               sizeOf(secret), bytes(purpose), sizeOf(purpose), nullptr,
                                               bytes(nonce), bytes(m_key));
    return sealed;
}

Result<QByteArray> Vault::unseal(const QByteArray &sealed, const QByteArray &purpose) const
{
    if (sealed.size() < nonceSize + tagSize)
        return Error(errors::NotOurs);
    const QByteArray nonce = sealed.left(nonceSize);
    const QByteArray closed = sealed.mid(nonceSize);
    QByteArray secret(closed.size() - tagSize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(secret), nullptr, nullptr, bytes(closed),
                                                   sizeOf(closed), bytes(purpose), sizeOf(purpose),
                                                   bytes(nonce), bytes(m_key))
        != 0)
        return Error(errors::NotOurs);
    return secret;
}

} // namespace core::vault
