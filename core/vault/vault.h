// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace core::vault {

/// Seals what the core must be able to say again: passwords of mail servers, hosts, power switches. The key is a file
/// beside the database, not in it, so that a copy of the database tells nobody anything. A value; wiped at its end.
class Vault
{
public:
    /// The key in that file; one is made (mode 0600) where there is none. `vault.key-unusable` when the file is of another
    /// length, cannot be read or written, or can be read by others.
    [[nodiscard]] static Result<Vault> open(const QString &keyFile);

    Vault(Vault &&other) noexcept;
    Vault &operator=(Vault &&other) noexcept;
    ~Vault();

    /// `purpose` must be said again to unseal: what was sealed as the password of one server is none of another.
    [[nodiscard]] QByteArray seal(const QByteArray &secret, const QByteArray &purpose) const;
    /// `vault.not-ours` when it was sealed with another key or for another purpose, or is damaged.
    [[nodiscard]] Result<QByteArray> unseal(const QByteArray &sealed, const QByteArray &purpose) const;

private:
    explicit Vault(QByteArray key) : m_key(std::move(key)) {}

    QByteArray m_key;
};

} // namespace core::vault
