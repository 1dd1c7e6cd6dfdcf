// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notification/notifier.h"

#include <QByteArray>

namespace core::notification::system {

/// What is posted: `{"version":1, "id":…, "server":…, "sent":…, "alarms":[…]}`. Members may be added, none is renamed or
/// removed without another version. `sentences`: one for each notice. Pure.
[[nodiscard]] QByteArray toPayload(const std::vector<Notice> &notices, const std::vector<QString> &sentences,
                                   const QString &server, const QString &id, Instant sent);

/// `sha256=` and the HMAC of the body in hexadecimal: the value of X-Vigie-Signature.
[[nodiscard]] QByteArray signatureOf(const QByteArray &body, const QByteArray &key);

} // namespace core::notification::system
