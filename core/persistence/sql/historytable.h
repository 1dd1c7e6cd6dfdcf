// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/sql/connection.h"
#include "core/persistence/store.h"

namespace core::persistence {

/// Inside a transaction of the caller's. A step that is there already is replaced.
Result<void> writeHistory(Connection &connection, const model::HistoryBucket &bucket);
Result<std::vector<model::HistoryBucket>> readBuckets(Connection &connection, Duration interval, Instant from,
                                                      Instant to);
Result<std::vector<model::Series>> readHistory(Connection &connection, const HistoryQuery &query);
Result<void> pruneHistory(Connection &connection, Instant now);

} // namespace core::persistence
