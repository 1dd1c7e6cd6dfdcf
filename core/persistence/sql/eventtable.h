// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/sql/connection.h"
#include "core/persistence/store.h"

namespace core::persistence {

/// Inside a transaction of the caller's.
Result<void> writeEvents(Connection &connection, std::span<const model::Event> events);
Result<std::vector<model::Event>> readEvents(Connection &connection, const EventFilter &filter);
/// At most some thousands a call; true: there are more.
Result<bool> pruneEvents(Connection &connection, const Retention &retention);

} // namespace core::persistence
