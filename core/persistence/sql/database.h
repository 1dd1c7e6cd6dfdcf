// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/errors.h"
#include "core/persistence/store.h"

#include <QSqlDatabase>

#include <functional>

class QSqlError;

namespace core::persistence {

/// The SQL itself; every call blocks. Made anywhere, used and destroyed on one thread.
class Database
{
public:
    explicit Database(QString path);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    Result<Stored> open();
    Result<void> save(const std::vector<model::Change> &changes);
    Result<void> save(const model::Task &task, const QString &idempotencyKey);
    Result<std::optional<model::Task>> taskOf(const QString &idempotencyKey);
    Result<void> append(const std::vector<model::Event> &events);
    Result<std::vector<model::Event>> events(const EventFilter &filter);
    Result<void> saveSecret(const QString &name, const QByteArray &value);
    Result<QHash<QString, QByteArray>> secrets(const QString &prefix);

    /// Of the schema this program writes.
    static constexpr int schemaVersion = 2;

private:
    /// Looks at an existing file without changing it.
    Result<void> examine();
    Result<void> prepareSchema();
    Result<model::Inventory> loadObjects();
    Result<std::vector<model::Task>> loadTasks();
    Result<void> run(const QString &sql);
    Result<void> inTransaction(const std::function<Result<void>()> &work);
    [[nodiscard]] Error failure(const QSqlError &error) const;

    QString m_path;
    QString m_connection;
    QSqlDatabase m_db;
};

} // namespace core::persistence
