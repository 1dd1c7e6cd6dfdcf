// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/tasktable.h"

#include "core/persistence/sql/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::persistence {

namespace {

constexpr int prunedAtOnce = 10'000;

Result<void> appendTasks(Connection &connection, const QString &condition, std::vector<model::Task> &tasks)
{
    auto rows = connection.query(u"SELECT json FROM task WHERE state "_s + condition);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        if (auto task = json::fromJson<model::Task>(parsed(rows->value(0))))
            tasks.push_back(*std::move(task));
    }
    return {};
}

QString state(const model::Task &task)
{
    return QString::fromLatin1(wireName(task.state));
}

} // namespace

Result<std::vector<model::Task>> loadTasks(Connection &connection)
{
    std::vector<model::Task> tasks;
    if (auto read = appendTasks(connection, u"IN ('queued', 'running')"_s, tasks); !read)
        return read.error();
    if (auto read = appendTasks(
            connection,
            u"NOT IN ('queued', 'running') ORDER BY requested DESC LIMIT %1"_s.arg(endedTasksLoaded), tasks);
        !read)
        return read.error();
    std::ranges::stable_sort(tasks, std::ranges::greater{}, &model::Task::requested);
    return tasks;
}

Result<void> writeTasks(Connection &connection, std::span<const model::Task> tasks)
{
    if (tasks.empty())
        return {};
    auto query =
        connection.prepare(u"INSERT INTO task (id, requested, json, state, requester) VALUES (?, ?, ?, ?, ?) "
                           "ON CONFLICT (id) DO UPDATE SET json = excluded.json, state = excluded.state"_s);
    if (!query)
        return query.error();
    for (const model::Task &task : tasks) {
        const QVariantList values{task.id.toString(), milliseconds(task.requested),
                                  compact(json::toObject(task)), state(task), text(task.initiatedBy)};
        if (auto done = connection.execute(*query, values); !done)
            return done;
    }
    return {};
}

Result<void> withdrawTasks(Connection &connection, std::span<const TaskId> tasks)
{
    for (const TaskId id : tasks) {
        const QVariantList values{id.toString()};
        if (const auto done = connection.query(u"DELETE FROM task WHERE id = ?"_s, values); !done)
            return done.error();
    }
    return {};
}

Result<void> acceptTask(Connection &connection, const model::Task &task, const RequestKey &key)
{
    if (key.key.isEmpty())
        return writeTasks(connection, std::span(&task, 1));
    const QVariantList old{key.user, key.key, milliseconds(task.requested - keyLife)};
    if (const auto freed = connection.query(u"UPDATE task SET idempotency_key = NULL, request_hash = NULL "
                                            "WHERE requester = ? AND idempotency_key = ? AND requested < ?"_s,
                                            old);
        !freed)
        return freed.error();
    const QVariantList values{task.id.toString(),
                              milliseconds(task.requested),
                              compact(json::toObject(task)),
                              state(task),
                              text(key.user),
                              key.key,
                              key.hash};
    const auto done = connection.query(
        u"INSERT INTO task (id, requested, json, state, requester, idempotency_key, request_hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET json = excluded.json, state = excluded.state"_s,
        values);
    if (!done)
        return done.error();
    return {};
}

Result<std::optional<KnownRequest>> findTask(Connection &connection, const QString &user, const QString &key,
                                             Instant now)
{
    const QVariantList values{text(user), text(key), milliseconds(now - keyLife)};
    auto rows = connection.query(u"SELECT json, request_hash FROM task "
                                 "WHERE requester = ? AND idempotency_key = ? AND requested >= ?"_s,
                                 values);
    if (!rows)
        return rows.error();
    if (!rows->next())
        return std::optional<KnownRequest>();
    auto task = json::fromJson<model::Task>(parsed(rows->value(0)));
    if (!task)
        return task.error();
    return std::optional(KnownRequest{.task = *std::move(task), .hash = rows->value(1).toByteArray()});
}

Result<bool> pruneTasks(Connection &connection, const Retention &retention)
{
    const QVariantList keysBefore{milliseconds(retention.now - keyLife)};
    if (const auto done = connection.query(u"UPDATE task SET idempotency_key = NULL, request_hash = NULL "
                                           "WHERE idempotency_key IS NOT NULL AND requested < ?"_s,
                                           keysBefore);
        !done)
        return done.error();
    const QVariantList values{milliseconds(retention.now - retention.tasks), retention.maximumTasks,
                              prunedAtOnce};
    const auto deleted = connection.query(
        u"DELETE FROM task WHERE id IN (SELECT id FROM task WHERE state NOT IN ('queued', 'running') "
        "AND (requested < ? OR requested < (SELECT requested FROM task ORDER BY requested DESC LIMIT 1 "
        "OFFSET ?)) "
        "LIMIT ?)"_s,
        values);
    if (!deleted)
        return deleted.error();
    return deleted->numRowsAffected() >= prunedAtOnce;
}

} // namespace core::persistence
