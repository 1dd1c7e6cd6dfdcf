// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

namespace core::model {

enum class DatabaseEngine { Sqlite, Postgresql };
constexpr auto wireNames(DatabaseEngine)
{
    return std::array{WireName{DatabaseEngine::Sqlite, "sqlite"},
                      WireName{DatabaseEngine::Postgresql, "postgresql"}};
}

/// How much of one kind a database holds.
struct DatabaseTable {
    QString name; ///< "event"
    qint64 rows = 0;

    static constexpr auto fields =
        FieldList{field("name", &DatabaseTable::name), field("rows", &DatabaseTable::rows)};
    friend bool operator==(const DatabaseTable &, const DatabaseTable &) = default;
};

/// What an administrator asks of the database.
struct DatabaseInfo {
    DatabaseEngine engine = DatabaseEngine::Sqlite;
    QString engineVersion; ///< "3.40.1"
    QString location; ///< a file, or an address without its password
    int schemaVersion = 0;
    Bytes size;
    std::vector<DatabaseTable> tables;
    std::optional<Instant> lastBackup; ///< the last one that succeeded
    std::optional<Instant> failingSince; ///< nothing could be written since then; absent: it works
    std::optional<Error> problem; ///< why

    static constexpr auto fields = FieldList{
        field("engine", &DatabaseInfo::engine),         field("engineVersion", &DatabaseInfo::engineVersion),
        field("location", &DatabaseInfo::location),     field("schemaVersion", &DatabaseInfo::schemaVersion),
        field("sizeBytes", &DatabaseInfo::size),        field("tables", &DatabaseInfo::tables),
        field("lastBackup", &DatabaseInfo::lastBackup), field("failingSince", &DatabaseInfo::failingSince),
        field("problem", &DatabaseInfo::problem)};
    friend bool operator==(const DatabaseInfo &, const DatabaseInfo &) = default;
};

} // namespace core::model
