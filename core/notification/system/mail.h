// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/notification.h"

#include <QByteArray>

namespace core::notification::system {

struct Mail {
    QString from; ///< addresses
    QString to;
    QString subject; ///< one line, of any characters
    QString text; ///< lines end in \n
    QString id; ///< of the message: the same when it is sent again
    Instant date;
};

/// The message as RFC 5322 has it, lines ending in CR LF; says of itself that no person wrote it. Pure.
[[nodiscard]] QByteArray toMessage(const Mail &mail);

/// `smtp://mail.example.org:587`; smtps where TLS comes first.
[[nodiscard]] QByteArray smtpUrl(const model::NotificationSettings &settings);

} // namespace core::notification::system
