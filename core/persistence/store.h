// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/model/activity.h"
#include "core/model/inventory.h"

#include <QByteArray>
#include <QHash>

/// The port to the database: what no host knows, and the last that each host told.
namespace core::persistence {

/// What a core finds when it starts.
struct Stored {
    model::Inventory inventory; ///< hosts and VMs as they were last seen
    std::vector<model::Task> tasks; ///< the last few hundred, newest first
    qint64 lastEvent = 0;
};

struct EventFilter {
    std::vector<model::ObjectRef> objects; ///< any of these; empty: all
    std::optional<qint64> before; ///< ids below this
    int limit = 200; ///< 1–1000
};

/// One core's database. A call ends when the data is as safe as the adapter can make it.
class Store
{
public:
    virtual ~Store() = default;

    /// Opens and, where it is older, brings up to date. `persistence.corrupt`, `persistence.newer` and
    /// `persistence.locked` leave the file as it was.
    virtual Task<Stored> open() = 0;
    virtual Task<> save(std::vector<model::Change> changes) = 0;
    /// A new task is kept before it is acknowledged. The key (may be empty) finds it again: taskOf().
    virtual Task<> save(model::Task task, QString idempotencyKey) = 0;
    /// The task that an idempotency key has already made; absent: none in the last day.
    virtual Task<std::optional<model::Task>> taskOf(QString idempotencyKey) = 0;
    virtual Task<> append(std::vector<model::Event> events) = 0;
    /// Newest first.
    virtual Task<std::vector<model::Event>> events(EventFilter filter) = 0;

    /// Small things that no client ever reads, by name: `password/ann`. Kept as they are given: what must not be read
    /// in a copy of the database comes hashed or sealed. An empty value removes.
    virtual Task<> saveSecret(QString name, QByteArray value) = 0;
    /// Those whose names begin with `prefix`, by their whole names.
    virtual Task<QHash<QString, QByteArray>> secrets(QString prefix) = 0;
};

} // namespace core::persistence
