// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/connection.h"

#include "core/persistence/errors.h"

#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace core::persistence {

namespace {

// SQLite's result codes, https://www.sqlite.org/rescode.html
const ErrorCode &sqliteCode(int code)
{
    switch (code & 0xff) { // the rest is the extended code
    case 5: // busy
    case 6: return errors::Locked;
    case 11: // corrupt
    case 26: return errors::Corrupt; // not a database
    case 13: return errors::Full;
    case 19: return core::errors::Conflict; // a constraint
    default: return errors::Failed;
    }
}

// SQLSTATE, https://www.postgresql.org/docs/15/errcodes-appendix.html
const ErrorCode &postgresCode(const QString &state)
{
    if (state == u"53100"_s || state == u"53200"_s) // disk full, out of memory
        return errors::Full;
    if (state.startsWith(u"XX0"_s) && state != u"XX000"_s) // data or index corrupted
        return errors::Corrupt;
    if (state == u"23505"_s) // unique_violation
        return core::errors::Conflict;
    // None at all: libpq noticed itself that the connection is gone. 57P0x: the server is shut down, or starting.
    if (state.isEmpty() || state.startsWith(u"08"_s) || state.startsWith(u"57P"_s))
        return errors::Unreachable;
    return errors::Failed;
}

} // namespace

Connection::Connection(Location location) : m_location(std::move(location)) {}

Connection::~Connection()
{
    close();
}

QString Connection::connectOptions(Mode mode) const
{
    if (!isPostgres())
        return mode == Mode::ReadOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                      : u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    QString options = u"connect_timeout=5;application_name=vigied"_s;
    if (!m_location.host.startsWith(u'/'))
        options += u";sslmode=verify-full;tcp_user_timeout=10000;sslrootcert="_s + m_location.certificates;
    return options;
}

Result<void> Connection::open(Mode mode)
{
    close();
    m_name = QUuid::createUuid().toString();
    m_db = QSqlDatabase::addDatabase(isPostgres() ? u"QPSQL"_s : u"QSQLITE"_s, m_name);
    m_db.setConnectOptions(connectOptions(mode));
    if (isPostgres()) {
        m_db.setHostName(m_location.host);
        m_db.setPort(m_location.port);
        m_db.setDatabaseName(m_location.name);
        m_db.setUserName(m_location.user);
        m_db.setPassword(m_location.password);
    } else {
        m_db.setDatabaseName(m_location.path);
    }
    if (!m_db.open())
        return isPostgres() ? error(errors::Unreachable, m_db.lastError().text()) : failure(m_db.lastError());
    m_open = true;
    if (!isPostgres())
        return run(u"PRAGMA synchronous = FULL"_s); // what was acknowledged survives a power cut
    if (auto set = run(u"SET synchronous_commit = on"_s); !set)
        return set;
    return run(u"SET statement_timeout = '60s'"_s);
}

void Connection::close()
{
    m_open = false;
    if (m_name.isEmpty())
        return;
    m_db.close();
    m_db = {};
    QSqlDatabase::removeDatabase(std::exchange(m_name, {}));
}

Error Connection::error(const ErrorCode &code, const QString &detail) const
{
    return Error(code, QJsonObject{{u"path"_s, m_location.shown}}, detail);
}

Error Connection::failure(const QSqlError &failed)
{
    if (!isPostgres()) {
        bool isNumber = false;
        const int code = failed.nativeErrorCode().toInt(&isNumber);
        return error(isNumber ? sqliteCode(code) : errors::Failed, failed.text());
    }
    const Error made = error(postgresCode(failed.nativeErrorCode()), failed.text());
    if (made.is(errors::Unreachable))
        m_open = false;
    return made;
}

QString Connection::inDialect(QString sql) const
{
    const bool postgres = isPostgres();
    sql.replace(u"{int64}"_s, postgres ? u"BIGINT"_s : u"INTEGER"_s);
    sql.replace(u"{bytes}"_s, postgres ? u"BYTEA"_s : u"BLOB"_s);
    sql.replace(u"{clustered}"_s, postgres ? QString() : u"WITHOUT ROWID"_s);
    return sql;
}

Result<void> Connection::run(const QString &sql)
{
    if (!m_open)
        return error(isPostgres() ? errors::Unreachable : errors::Failed, u"not open"_s);
    QSqlQuery query(m_db);
    if (!query.exec(inDialect(sql)))
        return failure(query.lastError());
    return {};
}

Result<QSqlQuery> Connection::prepare(const QString &sql)
{
    if (!m_open)
        return error(isPostgres() ? errors::Unreachable : errors::Failed, u"not open"_s);
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.prepare(inDialect(sql)))
        return failure(query.lastError());
    return query;
}

Result<void> Connection::execute(QSqlQuery &query, std::span<const QVariant> values)
{
    for (qsizetype i = 0; const QVariant &value : values)
        query.bindValue(static_cast<int>(i++), value);
    if (!query.exec())
        return failure(query.lastError());
    return {};
}

Result<QSqlQuery> Connection::query(const QString &sql, std::span<const QVariant> values)
{
    auto query = prepare(sql);
    if (!query)
        return query;
    if (auto done = execute(*query, values); !done)
        return done.error();
    return query;
}

Result<QVariant> Connection::value(const QString &sql, std::span<const QVariant> values)
{
    auto found = query(sql, values);
    if (!found)
        return found.error();
    return found->next() ? found->value(0) : QVariant();
}

Result<void> Connection::inTransaction(const std::function<Result<void>()> &work)
{
    if (auto begun = run(isPostgres() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    auto done = work();
    if (done)
        done = run(u"COMMIT"_s);
    if (!done && m_open) {
        if (const auto undone = run(u"ROLLBACK"_s); !undone)
            close(); // a transaction that cannot be ended must not swallow the next
    }
    return done;
}

} // namespace core::persistence
