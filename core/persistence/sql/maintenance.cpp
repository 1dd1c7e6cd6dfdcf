// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/maintenance.h"

#include "core/persistence/errors.h"
#include "core/persistence/sql/filelock.h"
#include "core/persistence/sql/meta.h"
#include "core/persistence/sql/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::persistence {

namespace {

Error cannot(const QString &path, const QString &why)
{
    return Error(errors::Failed, QJsonObject{{u"path"_s, path}}, why);
}

/// On the disk before it takes the name: a copy that is there is complete.
Result<void> putInPlace(const QString &from, const QString &path)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadWrite) || ::fsync(file.handle()) != 0
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return cannot(from, file.errorString());
    file.close();
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(path).constData()) != 0)
        return cannot(path, qt_error_string());
    return {};
}

/// One of PostgreSQL's own programs, with the password where other users do not see it.
Result<void> runTool(const Location &location, const QString &program, QStringList arguments)
{
    arguments += {u"--host="_s + location.host, u"--port=%1"_s.arg(location.port), u"--no-password"_s};
    if (!location.user.isEmpty())
        arguments += u"--username="_s + location.user;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!location.password.isEmpty())
        environment.insert(u"PGPASSWORD"_s, location.password);
    if (!location.host.startsWith(u'/')) {
        environment.insert(u"PGSSLMODE"_s, u"verify-full"_s);
        environment.insert(u"PGSSLROOTCERT"_s, location.certificates);
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        return Error(errors::Failed, QJsonObject{{u"path"_s, location.shown}},
                     program + u": "_s + process.errorString() + u' '
                         + QString::fromLocal8Bit(process.readAllStandardError()));
    return {};
}

Result<void> copySqlite(const Location &location, const QString &to)
{
    Connection connection(location);
    if (auto opened = connection.open(); !opened)
        return opened;
    const QVariantList values{to};
    const auto done = connection.query(u"VACUUM INTO ?"_s, values);
    return done ? Result<void>() : done.error();
}

Result<void> restoreSqlite(const Location &location, const QString &path)
{
    FileLock lock;
    const auto taken = lock.take(location.path);
    if (!taken)
        return cannot(location.path, qt_error_string());
    if (!*taken)
        return Error(errors::Locked, QJsonObject{{u"path"_s, location.path}});
    if (!QFileInfo(path).isReadable())
        return cannot(path, u"cannot be read"_s);
    {
        Connection copy(Location{.path = path, .shown = path});
        if (auto opened = copy.open(Connection::Mode::ReadOnly); !opened)
            return opened;
        if (auto fine = examine(copy, Thoroughness::Always); !fine)
            return fine;
    }
    const QString fresh = location.path + u".new"_s;
    QFile::remove(fresh);
    QFile source(path);
    if (!source.copy(fresh))
        return cannot(fresh, source.errorString());
    for (const QString &suffix :
         {u"-shm"_s, u"-wal"_s, QString()}) { // with its log, or it would lose the last writes
        const QString old = location.path + suffix;
        const QString aside = location.path + u".replaced"_s + suffix;
        QFile::remove(aside);
        if (QFile::exists(old) && !QFile::rename(old, aside))
            return cannot(old, qt_error_string());
    }
    return putInPlace(fresh, location.path);
}

Result<void> restorePostgres(const Location &location, const QString &path)
{
    Connection connection(location);
    if (auto opened = connection.open(); !opened)
        return opened;
    if (auto fine = examine(connection, Thoroughness::AfterCrash); !fine)
        return fine;
    const auto taken = connection.value(u"SELECT pg_try_advisory_lock(%1)"_s.arg(advisoryLock));
    if (!taken)
        return taken.error();
    if (!taken->toBool())
        return connection.error(errors::Locked);
    if (auto restored = runTool(location, u"pg_restore"_s,
                                {u"--clean"_s, u"--if-exists"_s, u"--single-transaction"_s, u"--no-owner"_s,
                                 u"--exit-on-error"_s, u"--dbname="_s + location.name, path});
        !restored)
        return restored;
    return examine(connection, Thoroughness::AfterCrash);
}

} // namespace

Result<void> examine(Connection &connection, Thoroughness thoroughness)
{
    const auto version = versionOf(connection);
    if (!version)
        return version.error();
    if (*version > schemaVersion)
        return Error(errors::Newer,
                     QJsonObject{{u"path"_s, connection.location().shown}, {u"version"_s, *version}});
    if (connection.isPostgres()) // looks after itself
        return {};
    if (thoroughness == Thoroughness::AfterCrash && *version >= 3) {
        const auto clean = meta::get(connection, meta::clean);
        if (!clean)
            return clean.error();
        if (*clean == u"1"_s)
            return {};
    }
    const auto verdict = connection.value(u"PRAGMA quick_check(1)"_s);
    if (!verdict)
        return verdict.error();
    return verdict->toString() == u"ok"_s ? Result<void>()
                                          : connection.error(errors::Corrupt, verdict->toString());
}

Result<model::DatabaseInfo> describe(Connection &connection)
{
    model::DatabaseInfo info{.engine = connection.location().engine,
                             .location = connection.location().shown,
                             .schemaVersion = schemaVersion};
    const bool postgres = connection.isPostgres();
    const auto engine = connection.value(postgres ? u"SELECT current_setting('server_version')"_s
                                                  : u"SELECT sqlite_version()"_s);
    if (!engine)
        return engine.error();
    info.engineVersion = engine->toString().section(u' ', 0, 0);
    const auto size = connection.value(
        postgres ? u"SELECT pg_database_size(current_database())"_s
                 : u"SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"_s);
    if (!size)
        return size.error();
    info.size = Bytes(size->toLongLong());
    for (const QString &table : {u"object"_s, u"task"_s, u"event"_s, u"secret"_s, u"history"_s}) {
        const auto rows = connection.value(u"SELECT count(*) FROM "_s + table);
        if (!rows)
            return rows.error();
        info.tables.push_back({.name = table, .rows = rows->toLongLong()});
    }
    const auto last = meta::get(connection, meta::backup);
    if (!last)
        return last.error();
    info.lastBackup = fromRfc3339(*last);
    return info;
}

Result<void> backup(const Location &location, const QString &path)
{
    const QString fresh = path + u".new"_s;
    QFile::remove(fresh);
    auto copied = location.engine == DatabaseEngine::Postgresql
        ? runTool(location, u"pg_dump"_s,
                  {u"--format=custom"_s, u"--no-owner"_s, u"--file="_s + fresh, location.name})
        : copySqlite(location, fresh);
    if (!copied) {
        QFile::remove(fresh);
        return copied;
    }
    return putInPlace(fresh, path);
}

Result<void> restore(const Location &location, const QString &path)
{
    return location.engine == DatabaseEngine::Postgresql ? restorePostgres(location, path)
                                                         : restoreSqlite(location, path);
}

} // namespace core::persistence
