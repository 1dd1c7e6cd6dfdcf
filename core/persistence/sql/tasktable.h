// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/sql/connection.h"
#include "core/persistence/store.h"

namespace core::persistence {

/// All that have not ended, and the newest endedTasksLoaded that have; newest first.
Result<std::vector<model::Task>> loadTasks(Connection &connection);
/// Inside a transaction of the caller's.
Result<void> writeTasks(Connection &connection, std::span<const model::Task> tasks);
Result<void> withdrawTasks(Connection &connection, std::span<const TaskId> tasks);
/// `base.conflict`: the user's key is taken.
Result<void> acceptTask(Connection &connection, const model::Task &task, const RequestKey &key);
Result<std::optional<KnownRequest>> findTask(Connection &connection, const QString &user, const QString &key,
                                             Instant now);
/// At most some thousands a call; true: there are more.
Result<bool> pruneTasks(Connection &connection, const Retention &retention);

} // namespace core::persistence
