// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/schema/queries.h"
#include "views/widgets/timerange.h"

namespace views {

/// What of the tasks or events is wanted. Empty: everything.
struct ActivityFilter {
    QString kind; ///< what codes and operations begin with: "vm", "host", "task"
    std::optional<core::model::Severity> atLeast; ///< of events
    std::optional<core::model::TaskState> state; ///< of tasks
    QString user; ///< exactly
    QString text;
    TimeStretch time;

    [[nodiscard]] bool isEmpty() const { return *this == ActivityFilter(); }
    friend bool operator==(const ActivityFilter &, const ActivityFilter &) = default;
};

/// The question that gives those events.
[[nodiscard]] core::api::schema::EventQuery queryFor(const ActivityFilter &filter);
/// Is it one of them? As the core judges.
[[nodiscard]] bool matches(const ActivityFilter &filter, const core::model::Event &event);
[[nodiscard]] bool matches(const ActivityFilter &filter, const core::model::Task &task);

/// What events can be about: the first parts of their codes.
[[nodiscard]] QStringList eventKinds();
/// Likewise of operations.
[[nodiscard]] QStringList operationKinds();

} // namespace views
