// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace core::identity {

/// 256 bits that nobody can guess, in hexadecimal: a session, an API token.
[[nodiscard]] QByteArray newSecret();

/// What is kept of a secret (SHA-256): it finds the secret's record and cannot be shown in its place. Looking it up
/// tells by its time nothing that helps to guess a secret.
[[nodiscard]] QByteArray digestOf(const QByteArray &secret);

} // namespace core::identity
