// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/schema.h"

#include "core/persistence/errors.h"
#include "core/persistence/sql/rows.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcSchema, "vigie.database.schema")

namespace core::persistence {

namespace {

constexpr int applicationId = 0x56696769; ///< "Vigi": SQLite's header says whose file it is

/// Leads from the version before to `version`. Never changed once it was released: a new one is added.
struct Step {
    int version;
    QStringList statements;
    Result<void> (*fill)(Connection &) = nullptr; ///< new columns of rows that are there already
};

constexpr int rowsAtOnce = 500;

Result<void> fillTasks(Connection &connection)
{
    auto read = connection.query(u"SELECT id, json FROM task"_s);
    if (!read)
        return read.error();
    std::vector<std::pair<QString, model::Task>> tasks;
    while (read->next()) {
        if (auto task = json::fromJson<model::Task>(parsed(read->value(1))))
            tasks.emplace_back(read->value(0).toString(), *std::move(task));
    }
    auto update = connection.prepare(u"UPDATE task SET state = ?, requester = ? WHERE id = ?"_s);
    if (!update)
        return update.error();
    for (const auto &[id, task] : tasks) {
        const QVariantList values{QString::fromLatin1(wireName(task.state)), text(task.initiatedBy), id};
        if (auto done = connection.execute(*update, values); !done)
            return done;
    }
    return {};
}

/// There may be millions: never all in memory.
Result<void> fillEvents(Connection &connection)
{
    auto update =
        connection.prepare(u"UPDATE event SET time = ?, code = ?, severity = ?, actor = ?, search = ? "
                           "WHERE id = ?"_s);
    if (!update)
        return update.error();
    for (qint64 last = 0;;) {
        const QVariantList after{last, rowsAtOnce};
        auto read = connection.query(u"SELECT id, json FROM event WHERE id > ? ORDER BY id LIMIT ?"_s, after);
        if (!read)
            return read.error();
        std::vector<std::pair<qint64, QVariant>> rows;
        while (read->next())
            rows.emplace_back(read->value(0).toLongLong(), read->value(1));
        if (rows.empty())
            return {};
        last = rows.back().first;
        for (const auto &[id, json] : rows) {
            const auto event = json::fromJson<model::Event>(parsed(json));
            if (!event)
                continue;
            const QVariantList values{
                milliseconds(event->time), text(event->code),  static_cast<int>(event->severity),
                text(event->actor),        searchText(*event), id};
            if (auto done = connection.execute(*update, values); !done)
                return done;
        }
    }
}

Result<void> fillThird(Connection &connection)
{
    if (auto done = fillTasks(connection); !done)
        return done;
    return fillEvents(connection);
}

Step first()
{
    return {
        .version = 1,
        .statements = {
            u"CREATE TABLE object (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, "
            "PRIMARY KEY (kind, id)) {clustered}"_s,
            u"CREATE TABLE task (id TEXT PRIMARY KEY, requested {int64} NOT NULL, idempotency_key TEXT, "
            "json TEXT NOT NULL)"_s,
            u"CREATE INDEX task_by_time ON task (requested)"_s,
            u"CREATE UNIQUE INDEX task_by_key ON task (idempotency_key) WHERE idempotency_key IS NOT NULL"_s,
            u"CREATE TABLE event (id {int64} PRIMARY KEY, object TEXT NOT NULL, json TEXT NOT NULL)"_s,
            u"CREATE INDEX event_by_object ON event (object, id)"_s,
        }};
}

Step second()
{
    return {.version = 2,
            .statements = {
                u"CREATE TABLE secret (name TEXT PRIMARY KEY, value {bytes} NOT NULL) {clustered}"_s,
            }};
}

Step third()
{
    return {
        .version = 3,
        .statements =
            {
                u"CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) {clustered}"_s,
                u"ALTER TABLE task ADD COLUMN state TEXT NOT NULL DEFAULT 'failed'"_s,
                u"ALTER TABLE task ADD COLUMN requester TEXT NOT NULL DEFAULT ''"_s,
                u"ALTER TABLE task ADD COLUMN request_hash {bytes}"_s,
                u"DROP INDEX task_by_key"_s,
                u"CREATE UNIQUE INDEX task_by_key ON task (requester, idempotency_key) "
                "WHERE idempotency_key IS NOT NULL"_s,
                u"CREATE INDEX task_unfinished ON task (state) WHERE state IN ('queued', 'running')"_s,
                u"ALTER TABLE event ADD COLUMN time {int64} NOT NULL DEFAULT 0"_s,
                u"ALTER TABLE event ADD COLUMN code TEXT NOT NULL DEFAULT ''"_s,
                u"ALTER TABLE event ADD COLUMN severity INTEGER NOT NULL DEFAULT 0"_s,
                u"ALTER TABLE event ADD COLUMN actor TEXT NOT NULL DEFAULT ''"_s,
                u"ALTER TABLE event ADD COLUMN search TEXT NOT NULL DEFAULT ''"_s,
                u"CREATE INDEX event_by_time ON event (time)"_s,
                u"CREATE INDEX event_by_code ON event (code, id)"_s,
                u"CREATE INDEX event_by_actor ON event (actor, id) WHERE actor <> ''"_s,
                u"CREATE INDEX event_by_severity ON event (severity, id) WHERE severity > 0"_s,
                // Objects share a page by the first byte of their ids: a row for each would be ten thousand
                // rows every five minutes, a row for all would be read whole to draw one line.
                u"CREATE TABLE history (step_s INTEGER NOT NULL, shard INTEGER NOT NULL, "
                "start_s {int64} NOT NULL, data {bytes} NOT NULL, PRIMARY KEY (step_s, shard, start_s))"_s,
            },
        .fill = fillThird};
}

Result<void> setVersion(Connection &connection, int version)
{
    if (connection.isPostgres()) {
        if (auto done = connection.run(u"DELETE FROM vigie"_s); !done)
            return done;
        return connection.run(u"INSERT INTO vigie (version) VALUES (%1)"_s.arg(version));
    }
    if (auto done = connection.run(u"PRAGMA application_id = %1"_s.arg(applicationId)); !done)
        return done;
    return connection.run(u"PRAGMA user_version = %1"_s.arg(version));
}

Result<void> perform(Connection &connection, const Step &step)
{
    for (const QString &sql : step.statements) {
        if (auto done = connection.run(sql); !done)
            return done;
    }
    if (step.fill != nullptr) {
        if (auto done = step.fill(connection); !done)
            return done;
    }
    return setVersion(connection, step.version);
}

Result<int> postgresVersion(Connection &connection)
{
    const auto tables =
        connection.value(u"SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"_s);
    if (!tables)
        return tables.error();
    if (tables->toInt() == 0)
        return 0;
    const auto ours = connection.value(u"SELECT to_regclass('vigie') IS NOT NULL"_s);
    if (!ours)
        return ours.error();
    if (!ours->toBool())
        return connection.error(errors::Corrupt, u"not a database of Vigie"_s);
    const auto version = connection.value(u"SELECT version FROM vigie"_s);
    if (!version)
        return version.error();
    return version->toInt();
}

} // namespace

Result<int> versionOf(Connection &connection)
{
    if (connection.isPostgres())
        return postgresVersion(connection);
    const auto tables = connection.value(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables)
        return tables.error();
    if (tables->toInt() == 0)
        return 0;
    const auto application = connection.value(u"PRAGMA application_id"_s);
    if (!application)
        return application.error();
    if (application->toInt() != applicationId)
        return connection.error(errors::Corrupt, u"not a database of Vigie"_s);
    const auto version = connection.value(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    return version->toInt();
}

Result<void> migrate(Connection &connection, int target)
{
    if (!connection.isPostgres()) {
        if (auto set = connection.run(u"PRAGMA journal_mode = WAL"_s); !set)
            return set;
    }
    const auto version = versionOf(connection);
    if (!version)
        return version.error();
    if (*version == 0 && connection.isPostgres()) {
        if (auto made = connection.run(u"CREATE TABLE IF NOT EXISTS vigie (version INTEGER NOT NULL)"_s);
            !made)
            return made;
    }
    for (const Step &step : {first(), second(), third()}) {
        if (step.version <= *version || step.version > target)
            continue;
        qCInfo(lcSchema) << "step" << step.version << connection.location().shown;
        if (auto done = connection.inTransaction([&] { return perform(connection, step); }); !done)
            return done;
    }
    return {};
}

} // namespace core::persistence
