// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/lane.h"
#include "core/persistence/sql/database.h"
#include "core/persistence/store.h"

namespace core::persistence {

/// Store over one SQLite file, on a thread of its own.
class SqlStore : public Store
{
public:
    /// Nothing is touched before open().
    explicit SqlStore(QString path);
    SqlStore(const SqlStore &) = delete;
    SqlStore &operator=(const SqlStore &) = delete;
    ~SqlStore() override;

    Task<Stored> open() override;
    Task<> save(std::vector<model::Change> changes) override;
    Task<> save(model::Task task, QString idempotencyKey) override;
    Task<std::optional<model::Task>> taskOf(QString idempotencyKey) override;
    Task<> append(std::vector<model::Event> events) override;
    Task<std::vector<model::Event>> events(EventFilter filter) override;
    Task<> saveSecret(QString name, QByteArray value) override;
    Task<QHash<QString, QByteArray>> secrets(QString prefix) override;

private:
    std::shared_ptr<Database> m_database; ///< used and destroyed on the lane only
    Lane m_lane{1};
};

} // namespace core::persistence
