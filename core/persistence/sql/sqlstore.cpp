// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/sqlstore.h"

#include "core/persistence/sql/maintenance.h"

namespace core::persistence {

SqlStore::SqlStore(Location location)
    : m_location(location),
      m_database(std::make_shared<Database>(std::move(location)))
{}

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

Task<> SqlStore::write(Batch batch)
{
    auto job = [database = m_database, batch = std::move(batch)] { return database->write(batch); };
    co_return co_await m_lane.run(std::move(job));
}

Task<> SqlStore::accept(model::Task task, RequestKey key)
{
    auto job = [database = m_database, task = std::move(task), key = std::move(key)] {
        return database->accept(task, key);
    };
    co_return co_await m_lane.run(std::move(job));
}

Task<std::optional<KnownRequest>> SqlStore::taskOf(QString user, QString key, Instant now)
{
    auto job = [database = m_database, user = std::move(user), key = std::move(key), now] {
        return database->taskOf(user, key, now);
    };
    co_return co_await m_lane.run(std::move(job));
}

Task<std::vector<model::Event>> SqlStore::events(EventFilter filter)
{
    auto job = [database = m_database, filter = std::move(filter)] { return database->events(filter); };
    co_return co_await m_lane.run(std::move(job));
}

/// In parts: others' calls come between.
Task<> SqlStore::prune(Retention retention)
{
    for (bool more = true; more;) {
        auto job = [database = m_database, retention] { return database->pruneSome(retention); };
        const auto done = co_await m_lane.run(std::move(job));
        if (!done)
            co_return done.error();
        more = *done;
    }
    co_return {};
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

Task<> SqlStore::saveHistory(model::HistoryBucket bucket)
{
    auto job = [database = m_database, bucket = std::move(bucket)] { return database->saveHistory(bucket); };
    co_return co_await m_lane.run(std::move(job));
}

Task<std::vector<model::HistoryBucket>> SqlStore::historyBuckets(Duration interval, Instant from, Instant to)
{
    auto job = [database = m_database, interval, from, to] {
        return database->historyBuckets(interval, from, to);
    };
    co_return co_await m_lane.run(std::move(job));
}

Task<std::vector<model::Series>> SqlStore::history(HistoryQuery query)
{
    auto job = [database = m_database, query = std::move(query)] { return database->history(query); };
    co_return co_await m_lane.run(std::move(job));
}

Task<> SqlStore::backup(QString path, Instant now)
{
    auto copy = [location = m_location, path = std::move(path)] {
        return persistence::backup(location, path);
    };
    const auto copied = co_await m_copying.run(std::move(copy));
    if (!copied)
        co_return copied.error();
    auto note = [database = m_database, now] { return database->noteBackup(now); };
    co_return co_await m_lane.run(std::move(note));
}

Task<model::DatabaseInfo> SqlStore::info()
{
    auto job = [database = m_database] { return database->info(); };
    co_return co_await m_lane.run(std::move(job));
}

Result<std::unique_ptr<Store>> open(const QString &url)
{
    auto location = parseLocation(url);
    if (!location)
        return location.error();
    return std::unique_ptr<Store>(std::make_unique<SqlStore>(*std::move(location)));
}

} // namespace core::persistence
