// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace core::api::server {

/// 256 bits that nobody can guess, in hexadecimal: a core's token, the ticket of a screen.
[[nodiscard]] QByteArray newSecret();

/// Equal, without telling by its time how much of it was right.
[[nodiscard]] bool sameSecret(const QByteArray &a, const QByteArray &b);

} // namespace core::api::server
