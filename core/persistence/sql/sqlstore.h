// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/lane.h"
#include "core/persistence/sql/database.h"
#include "core/persistence/store.h"

#include <memory>

namespace core::persistence {

/// Store over SQLite or PostgreSQL, on a thread of its own; a second one writes copies.
class SqlStore : public Store
{
public:
    /// Nothing is touched before open().
    explicit SqlStore(Location location);
    SqlStore(const SqlStore &) = delete;
    SqlStore &operator=(const SqlStore &) = delete;
    ~SqlStore() override;

    Task<Stored> open() override;
    Task<> write(Batch batch) override;
    Task<> accept(model::Task task, RequestKey key) override;
    Task<std::optional<KnownRequest>> taskOf(QString user, QString key, Instant now) override;
    Task<std::vector<model::Event>> events(EventFilter filter) override;
    Task<> prune(Retention retention) override;
    Task<> saveSecret(QString name, QByteArray value) override;
    Task<QHash<QString, QByteArray>> secrets(QString prefix) override;
    Task<> saveHistory(model::HistoryBucket bucket) override;
    Task<std::vector<model::HistoryBucket>> historyBuckets(Duration interval, Instant from,
                                                           Instant to) override;
    Task<std::vector<model::Series>> history(HistoryQuery query) override;
    Task<> backup(QString path, Instant now) override;
    Task<model::DatabaseInfo> info() override;

private:
    Location m_location;
    std::shared_ptr<Database> m_database; ///< used and destroyed on the lane only
    Lane m_lane{1};
    Lane m_copying{1};
};

/// The store at `sqlite:FILE` or `postgresql://…`, not yet opened; `base.invalid-argument` for another address.
[[nodiscard]] Result<std::unique_ptr<Store>> open(const QString &url);

} // namespace core::persistence
