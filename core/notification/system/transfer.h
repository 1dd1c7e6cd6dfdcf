// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/notification.h"

#include <QByteArray>
#include <QList>

/// One exchange with another machine, by libcurl. Everything here blocks, for at most transferLimit.
namespace core::notification::system {

inline constexpr Duration transferLimit = std::chrono::seconds(30);

/// Whom TLS believes, and where nothing is sent to.
struct Rules {
    QString authorities; ///< PEM file of more certificate authorities than the machine's; empty: none
    bool isLoopbackAllowed = false; ///< of webhooks; link-local addresses never are
};

struct MailOrder {
    QByteArray url;
    model::SmtpSecurity security = model::SmtpSecurity::StartTls;
    QString user; ///< empty: does not sign in
    QString password;
    QByteArray from; ///< addresses
    QByteArray to;
    QByteArray message;
};

struct PostOrder {
    QByteArray url;
    QByteArray body; ///< JSON
    QList<QByteArray> headers; ///< `Name: value`
};

[[nodiscard]] Result<void> sendMail(const MailOrder &order, const Rules &rules);
/// Follows no redirection: who was allowed to name the address named this one.
[[nodiscard]] Result<void> post(const PostOrder &order, const Rules &rules);

} // namespace core::notification::system
