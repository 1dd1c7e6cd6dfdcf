// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/sql/connection.h"

namespace core::persistence {

/// Of the schema this program writes.
inline constexpr int schemaVersion = 3;
/// PostgreSQL's lock that the one core of a database holds: "Vigi".
inline constexpr int advisoryLock = 0x56696769;

/// Of an opened database; 0: an empty one. `persistence.corrupt` when it holds something that is not Vigie's.
[[nodiscard]] Result<int> versionOf(Connection &connection);
/// Performs, in one transaction each, the steps that lead to `target`. Those done already are not repeated.
Result<void> migrate(Connection &connection, int target = schemaVersion);

} // namespace core::persistence
