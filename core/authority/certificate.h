// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <QByteArray>

/// What a certificate says. PEM everywhere. Pure.
namespace core::authority {

/// When the first certificate ends; `base.invalid-argument` when there is none.
[[nodiscard]] Result<Instant> expiryOf(const QByteArray &pem);
/// Signed with the key of that authority; also false where one of the two is no certificate.
[[nodiscard]] bool isIssuedBy(const QByteArray &pem, const QByteArray &authority);
/// Good for this name or address.
[[nodiscard]] bool isGoodFor(const QByteArray &pem, const QString &name);

} // namespace core::authority
