// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <QByteArray>
#include <QStringList>

namespace core::api::server {

/// A server's key and what it shows of it; PEM.
struct Certificate {
    QByteArray certificate; ///< may be a chain, its own first
    QByteArray key;
};

/// P-256, signed by itself, for the names and addresses given, good for 825 days from now (what clients accept at
/// most).
[[nodiscard]] Result<Certificate> selfSigned(const QStringList &names);

/// SHA-256 of the first certificate in upper-case hexadecimal pairs with colons, as browsers and openssl show it;
/// `base.invalid-argument` when there is none.
[[nodiscard]] Result<QString> fingerprint(const QByteArray &pem);

/// When the first certificate ends; `base.invalid-argument` when there is none.
[[nodiscard]] Result<Instant> expiry(const QByteArray &pem);

} // namespace core::api::server
