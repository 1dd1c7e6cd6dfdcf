// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/sql/connection.h"
#include "core/persistence/sql/filelock.h"
#include "core/persistence/store.h"

#include <functional>

namespace core::persistence {

/// The SQL itself; every call blocks. Made anywhere, used and destroyed on one thread. A lost connection is made again
/// by the next call, which fails only when that is not possible.
class Database
{
public:
    explicit Database(Location location);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    Result<Stored> open();
    Result<void> write(const Batch &batch);
    Result<void> accept(const model::Task &task, const RequestKey &key);
    Result<std::optional<KnownRequest>> taskOf(const QString &user, const QString &key, Instant now);
    Result<std::vector<model::Event>> events(const EventFilter &filter);
    /// A part of it; true: there is more to do.
    Result<bool> pruneSome(const Retention &retention);
    Result<void> saveSecret(const QString &name, const QByteArray &value);
    Result<QHash<QString, QByteArray>> secrets(const QString &prefix);
    Result<void> saveHistory(const model::HistoryBucket &bucket);
    Result<std::vector<model::HistoryBucket>> historyBuckets(Duration interval, Instant from, Instant to);
    Result<std::vector<model::Series>> history(const HistoryQuery &query);
    Result<void> noteBackup(Instant time);
    Result<model::DatabaseInfo> info();

private:
    /// No other core may have it.
    Result<void> lock();
    /// Looks at an existing file without changing it.
    Result<void> examineFile();
    Result<Stored> load();
    Result<void> begin();
    Result<void> reconnect();
    /// Again over a new connection when the old one turns out to be lost.
    template <class T>
    Result<T> attempt(const std::function<Result<T>()> &work);
    Result<void> attemptTransaction(const std::function<Result<void>()> &work);
    Result<model::Inventory> loadObjects();
    Result<void> writeObjects(const std::vector<model::Change> &changes);

    Connection m_connection;
    FileLock m_fileLock;
    QString m_owner; ///< of this life of the core; empty until it is open
};

} // namespace core::persistence
