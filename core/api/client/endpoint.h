// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace core::api::client {

/// By what a server's certificate is judged. With neither: by the authorities that this machine trusts.
struct Trust {
    QByteArray authorities; ///< PEM: these are trusted, and no others
    QString
        fingerprint; ///< SHA-256 as in fingerprintOf(): this one certificate and no other, whoever signed it

    friend bool operator==(const Trust &, const Trust &) = default;
};

/// Where a core listens and what opens it.
struct Endpoint {
    QUrl url; ///< http://127.0.0.1:PORT of an embedded core, https://… of a server
    QString token; ///< sent as `Authorization: Bearer`; of a server: an API token, or empty before signing in
    qint64 pid = 0; ///< of an embedded core; 0: unknown
    Trust trust = {}; ///< of a server
    QString instance; ///< of an embedded core: what its /health must say; empty: unknown

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// Reads DIR/endpoint.json; `base.not-found` when there is none, `base.invalid-argument` when it is damaged.
[[nodiscard]] Result<Endpoint> readEndpoint(const QString &directory);

} // namespace core::api::client
