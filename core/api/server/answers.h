// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/schema/messages.h"
#include "core/api/schema/queries.h"
#include "core/api/server/httpserver.h"
#include "core/persistence/store.h"

/// Requests read and responses made; no state. Pure.
namespace core::api::server {

[[nodiscard]] Response json(const QJsonObject &object);
[[nodiscard]] Response problem(const Error &error, int status);
/// With the status that belongs to the error.
[[nodiscard]] Response problem(const Error &error);
/// There is no such thing, or none that the caller may see.
[[nodiscard]] Response notFound(const QString &what);
/// The caller lacks a privilege on the object of that name; an empty name: on the whole inventory.
[[nodiscard]] Response lacking(model::Privilege privilege, const QString &name);

/// The question of GET /events as a filter: the events of the object and all beneath it.
[[nodiscard]] Result<persistence::EventFilter> eventFilterOf(const QUrlQuery &query,
                                                             const model::Inventory &inventory);

/// The catalogue of operations: names, parameters, privileges, routes.
[[nodiscard]] QJsonArray catalogueJson();

} // namespace core::api::server
