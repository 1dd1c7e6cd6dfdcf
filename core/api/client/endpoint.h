// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace core::api::client {

/// Where a core listens and what opens it.
struct Endpoint {
    QUrl url; ///< http://127.0.0.1:PORT of an embedded core, https://… of a server
    QString token; ///< sent as `Authorization: Bearer`
    qint64 pid = 0; ///< of an embedded core; 0: unknown

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// Reads DIR/endpoint.json; `base.not-found` when there is none, `base.invalid-argument` when it is damaged.
[[nodiscard]] Result<Endpoint> readEndpoint(const QString &directory);

} // namespace core::api::client
