// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core::identity::ldap {

/// A user's words as a value inside a filter (RFC 4515) or a distinguished name (RFC 4514), and nothing but a value:
/// `*)(uid=*` looks for somebody of that name. Both RFCs let any byte be written as `\2a`, so all are but letters,
/// digits and a few signs, and nothing depends on a list of what is special.
[[nodiscard]] QByteArray escaped(const QString &value);

} // namespace core::identity::ldap
