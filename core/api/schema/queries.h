// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    Duration interval{20'000}; ///< 20 s, or 5 s: asking for 5 s makes the core measure that often
    std::optional<Instant> since; ///< only later samples
};
/// `object=vm/…&counter=…&intervalMs=…&since=…`; object and counter may be repeated.
[[nodiscard]] QUrlQuery write(const PerformanceQuery &query);
/// `base.invalid-argument` names the parameter that is wrong.
[[nodiscard]] Result<PerformanceQuery> readPerformanceQuery(const QUrlQuery &query);

/// A past stretch of events, newest first.
struct EventQuery {
    std::optional<model::ObjectRef> object; ///< and all beneath it
    std::optional<qint64> before; ///< ids below this: the next page
    int limit = 200; ///< 1 to 1000
};
/// `object=…&before=…&limit=…`
[[nodiscard]] QUrlQuery write(const EventQuery &query);
[[nodiscard]] Result<EventQuery> readEventQuery(const QUrlQuery &query);

} // namespace core::api::schema
