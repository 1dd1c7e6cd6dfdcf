// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/schema/messages.h"
#include "core/api/server/httpserver.h"
#include "core/persistence/store.h"

/// Requests read and responses made; no state. Pure.
namespace core::api::server {

[[nodiscard]] Response json(const QJsonObject &object);
[[nodiscard]] Response problem(const Error &error, int status);

struct PerformanceRequest {
    std::vector<model::ObjectRef> objects;
    std::vector<model::Counter> counters; ///< empty: all
    Duration interval{20'000};
    std::optional<Instant> since;
};
/// `object=vm/…&counter=…&intervalMs=…&since=…`; object and counter may be repeated.
[[nodiscard]] Result<PerformanceRequest> performanceQueryOf(const QUrlQuery &query);

/// `object=…&before=…&limit=…`: the events of the object and all beneath it.
[[nodiscard]] Result<persistence::EventFilter> eventFilterOf(const QUrlQuery &query,
                                                             const model::Inventory &inventory);

/// The catalogue of operations: names, parameters, privileges, routes.
[[nodiscard]] QJsonArray catalogueJson();

} // namespace core::api::server
