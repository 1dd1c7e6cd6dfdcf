// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/database.h"

#include "core/persistence/errors.h"
#include "core/persistence/sql/eventtable.h"
#include "core/persistence/sql/historytable.h"
#include "core/persistence/sql/maintenance.h"
#include "core/persistence/sql/meta.h"
#include "core/persistence/sql/rows.h"
#include "core/persistence/sql/schema.h"
#include "core/persistence/sql/tasktable.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QUuid>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcDatabase, "vigie.database")

namespace core::persistence {

namespace {

// PostgreSQL notices a moment later that who held the lock is gone: a core that is started again at once waits for it.
constexpr auto lockPatience = 2s;
constexpr auto lockLookEvery = 100ms;

} // namespace

Database::Database(Location location) : m_connection(std::move(location)) {}

Database::~Database()
{
    if (m_owner.isEmpty() || !m_connection.isOpen())
        return;
    if (const auto closed = meta::set(m_connection, meta::clean, u"1"_s); !closed)
        qCWarning(lcDatabase) << "not closed" << closed.error().code << closed.error().detail;
}

template <class T>
Result<T> Database::attempt(const std::function<Result<T>()> &work)
{
    if (m_owner.isEmpty())
        return m_connection.error(errors::Failed, u"not open"_s);
    if (!m_connection.isOpen()) {
        if (auto back = reconnect(); !back)
            return back.error();
    }
    auto done = work();
    if (done || m_connection.isOpen())
        return done;
    if (auto back = reconnect(); !back)
        return back.error();
    return work();
}

Result<void> Database::attemptTransaction(const std::function<Result<void>()> &work)
{
    return attempt<void>([&] { return m_connection.inTransaction(work); });
}

Result<void> Database::lock()
{
    if (m_connection.isPostgres()) {
        for (const QDeadlineTimer patience(lockPatience);;) {
            const auto taken = m_connection.value(u"SELECT pg_try_advisory_lock(%1)"_s.arg(advisoryLock));
            if (!taken)
                return taken.error();
            if (taken->toBool())
                return {};
            if (patience.hasExpired())
                return m_connection.error(errors::Locked);
            std::this_thread::sleep_for(lockLookEvery);
        }
    }
    const auto taken = m_fileLock.take(m_connection.location().path);
    if (!taken)
        return m_connection.error(errors::Failed, qt_error_string());
    return *taken ? Result<void>() : m_connection.error(errors::Locked);
}

Result<void> Database::examineFile()
{
    const QFileInfo file(m_connection.location().path);
    if (!file.exists() || file.size() == 0)
        return {};
    Connection looking(m_connection.location());
    if (auto opened = looking.open(Connection::Mode::ReadOnly); !opened)
        return opened;
    return examine(looking, Thoroughness::AfterCrash);
}

Result<Stored> Database::open()
{
    if (m_connection.isPostgres()) {
        if (auto opened = m_connection.open(); !opened)
            return opened.error();
        if (auto fine = examine(m_connection, Thoroughness::AfterCrash); !fine)
            return fine.error();
        if (auto locked = lock(); !locked)
            return locked.error();
    } else {
        if (auto locked = lock(); !locked)
            return locked.error();
        if (auto fine = examineFile(); !fine)
            return fine.error();
        if (auto opened = m_connection.open(); !opened)
            return opened.error();
    }
    if (auto ready = migrate(m_connection); !ready)
        return ready.error();
    auto stored = load();
    if (!stored)
        return stored;
    if (auto begun = begin(); !begun)
        return begun.error();
    return stored;
}

Result<Stored> Database::load()
{
    auto inventory = loadObjects();
    if (!inventory)
        return inventory.error();
    auto tasks = loadTasks(m_connection);
    if (!tasks)
        return tasks.error();
    const auto last = m_connection.value(u"SELECT max(id) FROM event"_s);
    if (!last)
        return last.error();
    return Stored{*std::move(inventory), *std::move(tasks), last->toLongLong()};
}

Result<void> Database::begin()
{
    const QString owner = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto begun = m_connection.inTransaction([&]() -> Result<void> {
        if (auto set = meta::set(m_connection, meta::clean, u"0"_s); !set)
            return set;
        return meta::set(m_connection, meta::owner, owner);
    });
    if (begun)
        m_owner = owner;
    return begun;
}

Result<void> Database::reconnect()
{
    const auto again = [this]() -> Result<void> {
        if (auto opened = m_connection.open(); !opened)
            return opened;
        if (m_connection.isPostgres()) { // the lock went with the old connection
            if (auto locked = lock(); !locked)
                return locked;
        }
        const auto owner = meta::get(m_connection, meta::owner);
        if (!owner)
            return owner.error();
        if (*owner != m_owner) // what this one holds in memory is no longer what is stored
            return m_connection.error(errors::Locked, u"another core has written to it meanwhile"_s);
        return {};
    };
    auto done = again();
    if (done)
        qCInfo(lcDatabase) << "connected again" << m_connection.location().shown;
    else
        m_connection.close();
    return done;
}

Result<model::Inventory> Database::loadObjects()
{
    auto rows = m_connection.query(u"SELECT kind, json FROM object"_s);
    if (!rows)
        return rows.error();
    model::Inventory inventory;
    while (rows->next()) {
        const auto kind = json::fromJson<model::Kind>(rows->value(0).toString());
        auto object =
            kind ? model::objectFromJson(*kind, parsed(rows->value(1))) : Result<model::Object>(kind.error());
        if (object)
            inventory.put(*std::move(object));
        else // one bad row must not cost the rest
            qCWarning(lcDatabase) << "object not understood" << rows->value(0).toString()
                                  << object.error().detail;
    }
    return inventory;
}

Result<void> Database::writeObjects(const std::vector<model::Change> &changes)
{
    if (changes.empty())
        return {};
    auto put = m_connection.prepare(u"INSERT INTO object (kind, id, json) VALUES (?, ?, ?) "
                                    "ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json"_s);
    if (!put)
        return put.error();
    auto drop = m_connection.prepare(u"DELETE FROM object WHERE kind = ? AND id = ?"_s);
    if (!drop)
        return drop.error();
    for (const model::Change &change : changes) {
        QVariantList values{QString::fromLatin1(wireName(change.ref.kind)),
                            change.ref.id.toString(QUuid::WithoutBraces)};
        if (change.object)
            values += compact(toJson(*change.object));
        if (auto done = m_connection.execute(change.object ? *put : *drop, values); !done)
            return done;
    }
    return {};
}

Result<void> Database::write(const Batch &batch)
{
    return attemptTransaction([&]() -> Result<void> {
        if (batch.isEmpty())
            return meta::set(m_connection, meta::probe, QUuid::createUuid().toString(QUuid::WithoutBraces));
        if (auto done = writeObjects(batch.changes); !done)
            return done;
        if (auto done = writeTasks(m_connection, batch.tasks); !done)
            return done;
        if (auto done = withdrawTasks(m_connection, batch.withdrawn); !done)
            return done;
        return writeEvents(m_connection, batch.events);
    });
}

Result<void> Database::accept(const model::Task &task, const RequestKey &key)
{
    return attemptTransaction([&] { return acceptTask(m_connection, task, key); });
}

Result<std::optional<KnownRequest>> Database::taskOf(const QString &user, const QString &key, Instant now)
{
    return attempt<std::optional<KnownRequest>>([&] { return findTask(m_connection, user, key, now); });
}

Result<std::vector<model::Event>> Database::events(const EventFilter &filter)
{
    return attempt<std::vector<model::Event>>([&] { return readEvents(m_connection, filter); });
}

Result<bool> Database::pruneSome(const Retention &retention)
{
    bool more = false;
    auto done = attemptTransaction([&]() -> Result<void> {
        const auto events = pruneEvents(m_connection, retention);
        if (!events)
            return events.error();
        const auto tasks = pruneTasks(m_connection, retention);
        if (!tasks)
            return tasks.error();
        more = *events || *tasks;
        return pruneHistory(m_connection, retention.now);
    });
    if (!done)
        return done.error();
    return more;
}

Result<void> Database::saveSecret(const QString &name, const QByteArray &value)
{
    return attemptTransaction([&]() -> Result<void> {
        QVariantList values{name};
        if (!value.isEmpty())
            values += value;
        const auto done =
            m_connection.query(value.isEmpty() ? u"DELETE FROM secret WHERE name = ?"_s
                                               : u"INSERT INTO secret (name, value) VALUES (?, ?) "
                                                 "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                               values);
        return done ? Result<void>() : done.error();
    });
}

Result<QHash<QString, QByteArray>> Database::secrets(const QString &prefix)
{
    using Secrets = QHash<QString, QByteArray>;
    return attempt<Secrets>([&]() -> Result<Secrets> {
        const QVariantList values{static_cast<int>(prefix.size()), text(prefix)};
        auto rows =
            m_connection.query(u"SELECT name, value FROM secret WHERE substr(name, 1, ?) = ?"_s, values);
        if (!rows)
            return rows.error();
        Secrets secrets;
        while (rows->next())
            secrets.insert(rows->value(0).toString(), rows->value(1).toByteArray());
        return secrets;
    });
}

Result<void> Database::saveHistory(const model::HistoryBucket &bucket)
{
    return attemptTransaction([&] { return writeHistory(m_connection, bucket); });
}

Result<std::vector<model::HistoryBucket>> Database::historyBuckets(Duration interval, Instant from,
                                                                   Instant to)
{
    return attempt<std::vector<model::HistoryBucket>>(
        [&] { return readBuckets(m_connection, interval, from, to); });
}

Result<std::vector<model::Series>> Database::history(const HistoryQuery &query)
{
    return attempt<std::vector<model::Series>>([&] { return readHistory(m_connection, query); });
}

Result<void> Database::noteBackup(Instant time)
{
    return attemptTransaction([&] { return meta::set(m_connection, meta::backup, toRfc3339(time)); });
}

Result<model::DatabaseInfo> Database::info()
{
    return attempt<model::DatabaseInfo>([&] { return describe(m_connection); });
}

} // namespace core::persistence
