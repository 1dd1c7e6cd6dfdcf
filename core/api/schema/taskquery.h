// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "core/model/inventory.h"

#include <QUrlQuery>

#include <optional>
#include <vector>

/// What GET /tasks is narrowed to: the server and vigiectl judge by the same rules. Pure.
namespace core::api::schema {

/// All conditions hold together; an empty one holds always.
struct TaskQuery {
    std::optional<model::ObjectRef> object; ///< and all beneath it
    std::vector<model::TaskState> states; ///< any of these
    std::vector<QString> operations; ///< any of these
    QString user; ///< exactly: who asked for it
    std::optional<Instant> since; ///< asked for at or after
    std::optional<Instant> until; ///< asked for before
};

/// The names of the parameters; any other of a query is not this one's business.
[[nodiscard]] QStringList taskQueryParameters();

/// `object=…&state=…&operation=…&user=…&since=…&until=…`; state and operation may be repeated.
[[nodiscard]] QUrlQuery write(const TaskQuery &query);
/// `base.invalid-argument` names the parameter that is wrong, or that came twice.
[[nodiscard]] Result<TaskQuery> readTaskQuery(const QUrlQuery &query);

[[nodiscard]] bool matches(const TaskQuery &query, const model::Task &task,
                           const model::Inventory &inventory);

} // namespace core::api::schema
