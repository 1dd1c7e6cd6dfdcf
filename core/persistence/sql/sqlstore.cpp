// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/sqlstore.h"

namespace core::persistence {

SqlStore::SqlStore(QString path) : m_database(std::make_shared<Database>(std::move(path))) {}

SqlStore::~SqlStore()
{
    // Qt's connections belong to the thread that made them.
    m_lane.post([database = std::move(m_database)]() mutable { database.reset(); });
}

Task<Stored> SqlStore::open()
{
    auto job = [database = m_database] { return database->open(); };
    co_return co_await m_lane.run(std::move(job));
}

Task<> SqlStore::save(std::vector<model::Change> changes)
{
    auto job = [database = m_database, changes = std::move(changes)] { return database->save(changes); };
    co_return co_await m_lane.run(std::move(job));
}

Task<> SqlStore::save(model::Task task, QString idempotencyKey)
{
    auto job = [database = m_database, task = std::move(task), key = std::move(idempotencyKey)] {
        return database->save(task, key);
    };
    co_return co_await m_lane.run(std::move(job));
}

Task<std::optional<model::Task>> SqlStore::taskOf(QString idempotencyKey)
{
    auto job = [database = m_database, key = std::move(idempotencyKey)] { return database->taskOf(key); };
    co_return co_await m_lane.run(std::move(job));
}

Task<> SqlStore::append(std::vector<model::Event> events)
{
    auto job = [database = m_database, events = std::move(events)] { return database->append(events); };
    co_return co_await m_lane.run(std::move(job));
}

Task<std::vector<model::Event>> SqlStore::events(EventFilter filter)
{
    auto job = [database = m_database, filter = std::move(filter)] { return database->events(filter); };
    co_return co_await m_lane.run(std::move(job));
}

Task<> SqlStore::saveSecret(QString name, QByteArray value)
{
    auto job = [database = m_database, name = std::move(name), value = std::move(value)] {
        return database->saveSecret(name, value);
    };
    co_return co_await m_lane.run(std::move(job));
}

Task<QHash<QString, QByteArray>> SqlStore::secrets(QString prefix)
{
    auto job = [database = m_database, prefix = std::move(prefix)] { return database->secrets(prefix); };
    co_return co_await m_lane.run(std::move(job));
}

} // namespace core::persistence
