// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/sql/connection.h"

namespace core::persistence {

/// AfterCrash: reads every page when the database was left, not closed; a check of a large one takes a while.
enum class Thoroughness { AfterCrash, Always };

/// Whether this program may open it: `persistence.corrupt`, `persistence.newer`. Changes nothing.
Result<void> examine(Connection &connection, Thoroughness thoroughness);

Result<model::DatabaseInfo> describe(Connection &connection);

/// Writes a copy beside and puts it in place when it is complete. Blocks; on a connection of its own, so that the core
/// goes on.
Result<void> backup(const Location &location, const QString &path);

/// Puts a copy in the place of the database of a core that is not running (`persistence.locked` else). What was there
/// remains beside it as `FILE.replaced` (SQLite); nothing is changed when the copy is damaged or of a later version.
Result<void> restore(const Location &location, const QString &path);

} // namespace core::persistence
