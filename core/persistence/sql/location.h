// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/databaseinfo.h"

namespace core::persistence {

using model::DatabaseEngine;

/// Where a database is and how it is reached.
struct Location {
    DatabaseEngine engine = DatabaseEngine::Sqlite;
    QString path; ///< SQLite: the file
    QString host; ///< PostgreSQL: a name, or the directory of a Unix socket
    int port = 5432;
    QString name; ///< of the database
    QString user;
    QString password;
    QString certificates; ///< PEM: who may vouch for the server
    QString shown; ///< for messages: without the password
};

/// `sqlite:FILE`, or `postgresql://[USER[:PASSWORD]@]HOST[:PORT]/NAME[?host=/SOCKET-DIRECTORY][&sslrootcert=FILE]`
/// as libpq reads it. `base.invalid-argument` else. Over the network the server's certificate is always verified.
[[nodiscard]] Result<Location> parseLocation(const QString &url);

} // namespace core::persistence
