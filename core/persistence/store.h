// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/model/activity.h"
#include "core/model/databaseinfo.h"
#include "core/model/history.h"
#include "core/model/inventory.h"

#include <QByteArray>
#include <QHash>

#include <chrono>

/// The port to the database: what no host knows, and the last that each host told.
namespace core::persistence {

/// So many ended tasks are read back at the start; of those that have not ended, all.
inline constexpr int endedTasksLoaded = 500;
/// A key that a client gave to its request is known for so long.
inline constexpr Duration keyLife = std::chrono::hours(24);

/// What a core finds when it starts.
struct Stored {
    model::Inventory inventory; ///< hosts and VMs as they were last seen
    std::vector<model::Task> tasks; ///< newest first
    qint64 lastEvent = 0;
};

/// The key by which a client recognizes its own request when it sends it again. Each user has keys of his own.
struct RequestKey {
    QString key; ///< empty: none
    QString user;
    QByteArray hash; ///< of what was asked: the same key with another hash is another request, a mistake
};

/// What a key has already led to.
struct KnownRequest {
    model::Task task;
    QByteArray hash;
};

/// What is written at once, all of it or nothing.
struct Batch {
    std::vector<model::Change> changes;
    std::vector<model::Event> events;
    std::vector<model::Task> tasks; ///< as they are now; their keys stay
    std::vector<TaskId> withdrawn; ///< tasks that were never accepted

    [[nodiscard]] bool isEmpty() const
    {
        return changes.empty() && events.empty() && tasks.empty() && withdrawn.empty();
    }
};

/// A word that is looked for. An event has it in its code, its object's name, its actor or a parameter, upper or lower
/// case; or it reads so to people, whose sentences are not stored.
struct SoughtWord {
    QString text;
    QStringList codes = {}; ///< that read so
    QString codeOfParameters = {}; ///< in which these parameters read so
    QStringList parameters = {};
};

/// All conditions hold together; an empty one holds always.
struct EventFilter {
    std::vector<model::ObjectRef> objects; ///< any of these
    std::optional<qint64> before; ///< ids below this: the next page begins after the last id of this one
    int limit = 200; ///< 1–1000
    std::optional<Instant> since; ///< at or after
    std::optional<Instant> until; ///< before
    std::vector<QString> codes; ///< any of these
    std::vector<model::Severity> severities; ///< any of these
    QString actor; ///< exactly
    std::vector<SoughtWord> words; ///< all of these
};

/// What is older or more than this goes; of tasks only those that have ended.
struct Retention {
    Instant now;
    Duration events = std::chrono::days(30);
    Duration tasks = std::chrono::days(30);
    qint64 maximumEvents = 1'000'000;
    qint64 maximumTasks = 200'000;
};

struct HistoryQuery {
    std::vector<model::ObjectRef> objects;
    std::vector<model::Counter> counters; ///< empty: all
    Instant from;
    Instant to;
    Instant now; ///< decides, with `from`, how fine it is: model::historyLevelFor()
};

/// One core's database. A call ends when the data is as safe as the adapter can make it. Calls take effect in the order
/// in which they were begun. What is written may be written again: that changes nothing.
class Store
{
public:
    virtual ~Store() = default;

    /// Opens and, where it is older, brings up to date. `persistence.corrupt`, `persistence.newer` and
    /// `persistence.locked` leave it as it was.
    virtual Task<Stored> open() = 0;
    /// An empty batch tries whether anything can be written.
    virtual Task<> write(Batch batch) = 0;
    /// A new task is kept before it is acknowledged. `base.conflict`: the user's key was used in the last day.
    virtual Task<> accept(model::Task task, RequestKey key) = 0;
    /// The task that this user's key made in the day before `now`.
    virtual Task<std::optional<KnownRequest>> taskOf(QString user, QString key, Instant now) = 0;
    /// Newest first.
    virtual Task<std::vector<model::Event>> events(EventFilter filter) = 0;
    /// Deletes what need not be kept any longer, old history and keys included.
    virtual Task<> prune(Retention retention) = 0;

    /// Small things that no client ever reads, by name: `password/ann`. Kept as they are given: what must not be read
    /// in a copy of the database comes hashed or sealed. An empty value removes.
    virtual Task<> saveSecret(QString name, QByteArray value) = 0;
    /// Those whose names begin with `prefix`, by their whole names.
    virtual Task<QHash<QString, QByteArray>> secrets(QString prefix) = 0;

    /// One step of one of model::historyLevels.
    virtual Task<> saveHistory(model::HistoryBucket bucket) = 0;
    /// The steps of a level that begin from `from` on and before `to`, in order of time.
    virtual Task<std::vector<model::HistoryBucket>> historyBuckets(Duration interval, Instant from,
                                                                   Instant to) = 0;
    /// A series for each counter of each object that was measured in that time, on the finest level that covers it.
    virtual Task<std::vector<model::Series>> history(HistoryQuery query) = 0;

    /// Writes a copy that restore() takes; reading and writing go on meanwhile. An existing file is replaced when the
    /// copy is complete.
    virtual Task<> backup(QString path, Instant now) = 0;
    virtual Task<model::DatabaseInfo> info() = 0;
};

} // namespace core::persistence
