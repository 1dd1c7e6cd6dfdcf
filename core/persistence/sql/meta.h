// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/sql/connection.h"

/// What a database says of itself.
namespace core::persistence::meta {

using namespace Qt::StringLiterals;

inline constexpr QLatin1StringView clean = "clean"_L1; ///< `1`: it was closed, not left
inline constexpr QLatin1StringView owner = "owner"_L1; ///< the life of a core that wrote it last
inline constexpr QLatin1StringView backup = "backup"_L1; ///< RFC 3339: when the last copy was complete
inline constexpr QLatin1StringView probe = "probe"_L1; ///< written to see whether anything can be

inline Result<void> set(Connection &connection, QLatin1StringView name, const QString &value)
{
    const QVariantList values{QString(name), text(value)};
    const auto done = connection.query(u"INSERT INTO meta (name, value) VALUES (?, ?) "
                                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                       values);
    if (!done)
        return done.error();
    return {};
}

/// Empty when it was never set.
inline Result<QString> get(Connection &connection, QLatin1StringView name)
{
    const QVariantList values{QString(name)};
    const auto value = connection.value(u"SELECT value FROM meta WHERE name = ?"_s, values);
    if (!value)
        return value.error();
    return value->toString();
}

} // namespace core::persistence::meta
