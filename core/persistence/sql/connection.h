// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/persistence/sql/location.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <span>

class QSqlError;

namespace core::persistence {

/// One connection to SQLite or PostgreSQL, and all in which they differ. Every call blocks, none throws. Made anywhere,
/// used and destroyed on one thread.
///
/// Statements are in the SQL that both understand; `{int64}`, `{bytes}` and `{clustered}` stand for what each calls a
/// whole number, a run of bytes, and a table kept in the order of its key.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    explicit Connection(Location location);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    [[nodiscard]] const Location &location() const { return m_location; }
    [[nodiscard]] bool isPostgres() const { return m_location.engine == DatabaseEngine::Postgresql; }

    Result<void> open(Mode mode = Mode::ReadWrite);
    void close();
    /// False before open(), and after a call found that the server is gone.
    [[nodiscard]] bool isOpen() const { return m_open; }

    Result<void> run(const QString &sql);
    Result<QSqlQuery> query(const QString &sql, std::span<const QVariant> values = {});
    /// The first value of the first row; an invalid one when there is no row.
    Result<QVariant> value(const QString &sql, std::span<const QVariant> values = {});
    Result<QSqlQuery> prepare(const QString &sql);
    Result<void> execute(QSqlQuery &query, std::span<const QVariant> values);
    /// All that `work` does, or nothing. Not nested.
    Result<void> inTransaction(const std::function<Result<void>()> &work);

    [[nodiscard]] Error failure(const QSqlError &error);
    [[nodiscard]] Error error(const ErrorCode &code, const QString &detail = {}) const;

private:
    [[nodiscard]] QString connectOptions(Mode mode) const;
    [[nodiscard]] QString inDialect(QString sql) const;

    Location m_location;
    QString m_name;
    QSqlDatabase m_db;
    bool m_open = false;
};

/// A text that is empty, never NULL.
[[nodiscard]] inline QVariant text(const QString &value)
{
    return value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value);
}

} // namespace core::persistence
