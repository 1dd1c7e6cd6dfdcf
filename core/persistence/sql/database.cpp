// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/database.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <functional>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcDatabase, "vigie.database")

namespace core::persistence {

namespace {

constexpr int tasksLoaded = 300;
constexpr int applicationId = 0x56696769; ///< "Vigi": SQLite's header says whose file it is

// SQLite's result codes, https://www.sqlite.org/rescode.html
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteNotADatabase = 26;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject parsed(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toByteArray()).object();
}

QString addConnection(const QString &path, const QString &options)
{
    const QString name = QUuid::createUuid().toString();
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    db.setDatabaseName(path);
    db.setConnectOptions(options);
    return name;
}

QVariant pragma(QSqlDatabase &db, const QString &name)
{
    QSqlQuery query(db);
    if (!query.exec(u"PRAGMA "_s + name) || !query.next())
        return {};
    return query.value(0);
}

} // namespace

Database::Database(QString path) : m_path(std::move(path)) {}

Database::~Database()
{
    if (m_connection.isEmpty())
        return;
    m_db.close();
    m_db = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Error Database::failure(const QSqlError &error) const
{
    const QJsonObject params{{u"path"_s, m_path}};
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber) & 0xff; // the rest is the extended code
    switch (isNumber ? code : 0) {
    case sqliteBusy:
    case sqliteLocked: return Error(errors::Locked, params, error.text());
    case sqliteCorrupt:
    case sqliteNotADatabase: return Error(errors::Corrupt, params, error.text());
    case sqliteFull: return Error(errors::Full, params, error.text());
    default: return Error(errors::Failed, params, error.text());
    }
}

Result<void> Database::examine()
{
    const QFileInfo file(m_path);
    if (!file.exists() || file.size() == 0)
        return {};
    const QString name = addConnection(m_path, u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
    Result<void> verdict;
    {
        QSqlDatabase db = QSqlDatabase::database(name, false);
        QSqlQuery check(db);
        if (!db.open()) {
            verdict = failure(db.lastError());
        } else if (!check.exec(u"PRAGMA quick_check(1)"_s) || !check.next()) {
            verdict = failure(check.lastError());
        } else if (const QString found = check.value(0).toString(); found != u"ok") {
            verdict = Error(errors::Corrupt, QJsonObject{{u"path"_s, m_path}}, found);
        } else if (pragma(db, u"application_id"_s).toInt() != applicationId) {
            verdict = Error(errors::Corrupt, QJsonObject{{u"path"_s, m_path}}, u"not a database of Vigie"_s);
        } else if (const int version = pragma(db, u"user_version"_s).toInt(); version > schemaVersion) {
            verdict = Error(errors::Newer, QJsonObject{{u"path"_s, m_path}, {u"version"_s, version}});
        }
    }
    QSqlDatabase::removeDatabase(name);
    return verdict;
}

Result<Stored> Database::open()
{
    if (const auto fine = examine(); !fine)
        return fine.error();
    m_connection = addConnection(m_path, u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    m_db = QSqlDatabase::database(m_connection, false);
    if (!m_db.open())
        return failure(m_db.lastError());
    if (const auto ready = prepareSchema(); !ready)
        return ready.error();
    auto inventory = loadObjects();
    if (!inventory)
        return inventory.error();
    auto tasks = loadTasks();
    if (!tasks)
        return tasks.error();
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT max(id) FROM event"_s) || !query.next())
        return failure(query.lastError());
    return Stored{*std::move(inventory), *std::move(tasks), query.value(0).toLongLong()};
}

Result<void> Database::prepareSchema()
{
    const QStringList statements{
        u"PRAGMA journal_mode = WAL"_s,
        u"PRAGMA synchronous = FULL"_s, // what was acknowledged survives a power cut
        u"BEGIN IMMEDIATE"_s,
        u"CREATE TABLE IF NOT EXISTS object (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, "
        "PRIMARY KEY (kind, id)) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS task (id TEXT PRIMARY KEY, requested INTEGER NOT NULL, idempotency_key "
        u"TEXT, "
        "json TEXT NOT NULL)"_s,
        u"CREATE INDEX IF NOT EXISTS task_by_time ON task (requested)"_s,
        u"CREATE UNIQUE INDEX IF NOT EXISTS task_by_key ON task (idempotency_key) WHERE idempotency_key IS NOT NULL"_s,
        u"CREATE TABLE IF NOT EXISTS event (id INTEGER PRIMARY KEY, object TEXT NOT NULL, json TEXT NOT NULL)"_s,
        u"CREATE INDEX IF NOT EXISTS event_by_object ON event (object, id)"_s,
        u"CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"_s,
        u"PRAGMA application_id = %1"_s.arg(applicationId),
        u"PRAGMA user_version = %1"_s.arg(schemaVersion),
        u"COMMIT"_s,
    };
    for (const QString &sql : statements) {
        if (auto done = run(sql); !done)
            return done;
    }
    return {};
}

Result<void> Database::run(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        return failure(query.lastError());
    return {};
}

Result<void> Database::inTransaction(const std::function<Result<void>()> &work)
{
    if (!m_db.isOpen())
        return Error(errors::Failed, QJsonObject{{u"path"_s, m_path}}, u"not open"_s);
    if (auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    auto done = work();
    auto ended = run(done ? u"COMMIT"_s : u"ROLLBACK"_s);
    if (done && !ended) {
        m_db.rollback();
        return ended;
    }
    return done;
}

Result<model::Inventory> Database::loadObjects()
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT kind, json FROM object"_s))
        return failure(query.lastError());
    model::Inventory inventory;
    while (query.next()) {
        const auto kind = json::fromJson<model::Kind>(query.value(0).toString());
        auto object =
            kind ? model::objectFromJson(*kind, parsed(query.value(1))) : Result<model::Object>(kind.error());
        if (object)
            inventory.put(*std::move(object));
        else // one bad row must not cost the rest
            qCWarning(lcDatabase) << "object not understood" << query.value(0).toString()
                                  << object.error().detail;
    }
    return inventory;
}

Result<std::vector<model::Task>> Database::loadTasks()
{
    QSqlQuery query(m_db);
    if (!query.exec(u"SELECT json FROM task ORDER BY requested DESC LIMIT %1"_s.arg(tasksLoaded)))
        return failure(query.lastError());
    std::vector<model::Task> tasks;
    while (query.next()) {
        if (auto task = json::fromJson<model::Task>(parsed(query.value(0))))
            tasks.push_back(*std::move(task));
    }
    return tasks;
}

Result<void> Database::save(const std::vector<model::Change> &changes)
{
    return inTransaction([&]() -> Result<void> {
        QSqlQuery put(m_db);
        QSqlQuery drop(m_db);
        if (!put.prepare(u"INSERT OR REPLACE INTO object (kind, id, json) VALUES (?, ?, ?)"_s)
            || !drop.prepare(u"DELETE FROM object WHERE kind = ? AND id = ?"_s))
            return failure(m_db.lastError());
        for (const model::Change &change : changes) {
            QSqlQuery &query = change.object ? put : drop;
            query.addBindValue(QString::fromLatin1(wireName(change.ref.kind)));
            query.addBindValue(change.ref.id.toString(QUuid::WithoutBraces));
            if (change.object)
                query.addBindValue(QString::fromUtf8(compact(toJson(*change.object))));
            if (!query.exec())
                return failure(query.lastError());
        }
        return {};
    });
}

Result<void> Database::save(const model::Task &task, const QString &idempotencyKey)
{
    return inTransaction([&]() -> Result<void> {
        QSqlQuery query(m_db);
        query.prepare(u"INSERT INTO task (id, requested, idempotency_key, json) VALUES (?, ?, ?, ?) "
                      "ON CONFLICT (id) DO UPDATE SET json = excluded.json"_s);
        query.addBindValue(task.id.toString());
        query.addBindValue(static_cast<qint64>(task.requested.time_since_epoch().count()));
        query.addBindValue(idempotencyKey.isEmpty() ? QVariant() : QVariant(idempotencyKey));
        query.addBindValue(QString::fromUtf8(compact(json::toObject(task))));
        if (!query.exec())
            return failure(query.lastError());
        return {};
    });
}

Result<std::optional<model::Task>> Database::taskOf(const QString &idempotencyKey)
{
    QSqlQuery query(m_db);
    query.prepare(u"SELECT json FROM task WHERE idempotency_key = ?"_s);
    query.addBindValue(idempotencyKey);
    if (!query.exec())
        return failure(query.lastError());
    if (!query.next())
        return std::optional<model::Task>();
    auto task = json::fromJson<model::Task>(parsed(query.value(0)));
    if (!task)
        return task.error();
    return std::optional(*std::move(task));
}

Result<void> Database::append(const std::vector<model::Event> &events)
{
    return inTransaction([&]() -> Result<void> {
        QSqlQuery query(m_db);
        if (!query.prepare(u"INSERT OR REPLACE INTO event (id, object, json) VALUES (?, ?, ?)"_s))
            return failure(query.lastError());
        for (const model::Event &event : events) {
            query.addBindValue(event.id);
            query.addBindValue(toString(event.object));
            query.addBindValue(QString::fromUtf8(compact(json::toObject(event))));
            if (!query.exec())
                return failure(query.lastError());
        }
        return {};
    });
}

Result<std::vector<model::Event>> Database::events(const EventFilter &filter)
{
    QStringList conditions{u"1"_s};
    if (filter.before)
        conditions += u"id < %1"_s.arg(*filter.before);
    if (!filter.objects.empty()) {
        QStringList refs; // kind/uuid: nothing in them to quote
        for (const model::ObjectRef &ref : filter.objects)
            refs += u'\'' + toString(ref) + u'\'';
        conditions += u"object IN ("_s + refs.join(u',') + u')';
    }
    QSqlQuery query(m_db);
    if (!query.exec(
            u"SELECT json FROM event WHERE %1 ORDER BY id DESC LIMIT %2"_s.arg(conditions.join(u" AND "_s))
                .arg(std::clamp(filter.limit, 1, 1000))))
        return failure(query.lastError());
    std::vector<model::Event> events;
    while (query.next()) {
        if (auto event = json::fromJson<model::Event>(parsed(query.value(0))))
            events.push_back(*std::move(event));
    }
    return events;
}

Result<void> Database::saveSecret(const QString &name, const QByteArray &value)
{
    return inTransaction([&]() -> Result<void> {
        QSqlQuery query(m_db);
        query.prepare(value.isEmpty() ? u"DELETE FROM secret WHERE name = ?"_s
                                      : u"INSERT INTO secret (name, value) VALUES (?, ?) "
                                        "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s);
        query.addBindValue(name);
        if (!value.isEmpty())
            query.addBindValue(value);
        if (!query.exec())
            return failure(query.lastError());
        return {};
    });
}

Result<QHash<QString, QByteArray>> Database::secrets(const QString &prefix)
{
    QSqlQuery query(m_db);
    query.prepare(u"SELECT name, value FROM secret WHERE substr(name, 1, ?) = ?"_s);
    query.addBindValue(static_cast<int>(prefix.size()));
    query.addBindValue(prefix.isNull() ? u""_s : prefix); // a null text would be bound as NULL
    if (!query.exec())
        return failure(query.lastError());
    QHash<QString, QByteArray> secrets;
    while (query.next())
        secrets.insert(query.value(0).toString(), query.value(1).toByteArray());
    return secrets;
}

} // namespace core::persistence
