// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "core/model/load.h"
#include "core/model/ref.h"

#include <QUrlQuery>

#include <optional>
#include <vector>

/// The questions of GET /performance and GET /events, both ways: what a client writes the server reads here.
namespace core::api::schema {

/// What a chart asks for.
struct PerformanceQuery {
    std::vector<model::ObjectRef> objects; ///< 1 to 200
    std::vector<model::Counter> counters; ///< empty: all
    /// 20 s, or 5 s, of the last hour: asking for 5 s makes the core measure that often. Absent: the finest that
    /// covers the time from `since` on, averages of the history when that is more than an hour ago.
    std::optional<Duration> interval{20'000};
    std::optional<Instant> since; ///< only later samples
    std::optional<Instant> until; ///< without interval only: only earlier samples
};
/// `object=vm/…&counter=…&intervalMs=…&since=…&until=…`; object and counter may be repeated.
[[nodiscard]] QUrlQuery write(const PerformanceQuery &query);
/// `base.invalid-argument` names the parameter that is wrong.
[[nodiscard]] Result<PerformanceQuery> readPerformanceQuery(const QUrlQuery &query);

/// A past stretch of events, newest first. All conditions hold together; an empty one holds always.
struct EventQuery {
    std::optional<model::ObjectRef> object; ///< and all beneath it
    std::optional<qint64> before; ///< ids below this: the next page
    int limit = 200; ///< 1 to 1000
    std::optional<Instant> since; ///< at or after
    std::optional<Instant> until; ///< before
    std::vector<QString> codes; ///< any of these, at most 50
    std::vector<model::Severity> severities; ///< any of these
    QString actor; ///< exactly
    /// Words, each of them in the code, the object's name, the actor, a parameter or the sentence that people read;
    /// upper or lower case.
    QString text;
    QString language; ///< in which they read it: "en", "fr"; empty: English
};
/// `object=…&before=…&limit=…&since=…&until=…&code=…&severity=…&actor=…&text=…&language=…`; code and severity may be repeated.
[[nodiscard]] QUrlQuery write(const EventQuery &query);
[[nodiscard]] Result<EventQuery> readEventQuery(const QUrlQuery &query);

} // namespace core::api::schema
