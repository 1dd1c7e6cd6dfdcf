// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/errors.h"
#include "core/persistence/store.h"

#include <QHash>

#include <algorithm>

namespace tests {

/// A database that is there at once, and full when told so. Outlives a core, so that the next one finds what it left.
/// Every query of events finds all, every query of history what the test has put there; there are no copies.
class MemoryStore : public core::persistence::Store
{
public:
    bool full = false;
    core::persistence::Stored kept;
    std::vector<core::model::Event> log;
    std::vector<core::model::HistoryBucket> buckets;
    int pruned = 0; ///< times
    core::persistence::EventFilter eventsAsked; ///< last
    core::persistence::HistoryQuery historyAsked; ///< last
    std::vector<core::model::Series> past;

    core::Task<core::persistence::Stored> open() override { co_return kept; }

    core::Task<> write(core::persistence::Batch batch) override
    {
        if (full)
            co_return core::Error(core::persistence::errors::Full);
        for (const core::model::Change &change : batch.changes)
            kept.inventory.apply(change);
        for (const core::model::Task &task : batch.tasks)
            put(task);
        std::erase_if(kept.tasks, [&](const core::model::Task &task) {
            return std::ranges::find(batch.withdrawn, task.id) != batch.withdrawn.end();
        });
        log.insert(log.end(), batch.events.begin(), batch.events.end());
        if (!log.empty())
            kept.lastEvent = log.back().id;
        co_return {};
    }

    core::Task<> accept(core::model::Task task, core::persistence::RequestKey key) override
    {
        if (full)
            co_return core::Error(core::persistence::errors::Full);
        const auto name = std::pair(key.user, key.key);
        if (!key.key.isEmpty() && m_keys.contains(name))
            co_return core::Error(core::errors::Conflict);
        put(task);
        if (!key.key.isEmpty())
            m_keys.insert(name, {task.id, key.hash});
        co_return {};
    }

    core::Task<std::optional<core::persistence::KnownRequest>> taskOf(QString user, QString key,
                                                                      core::Instant) override
    {
        const auto known = m_keys.constFind(std::pair(user, key));
        if (known == m_keys.constEnd())
            co_return std::optional<core::persistence::KnownRequest>();
        core::persistence::KnownRequest request;
        request.task = *std::ranges::find(kept.tasks, known->first, &core::model::Task::id);
        request.hash = known->second;
        co_return std::optional(std::move(request));
    }

    core::Task<std::vector<core::model::Event>> events(core::persistence::EventFilter filter) override
    {
        eventsAsked = std::move(filter);
        co_return std::vector<core::model::Event>(log.rbegin(), log.rend());
    }

    core::Task<> prune(core::persistence::Retention) override
    {
        ++pruned;
        co_return {};
    }

    core::Task<> saveSecret(QString name, QByteArray value) override
    {
        if (full)
            co_return core::Error(core::persistence::errors::Full);
        if (value.isEmpty())
            m_secrets.remove(name);
        else
            m_secrets.insert(name, value);
        co_return {};
    }

    core::Task<QHash<QString, QByteArray>> secrets(QString prefix) override
    {
        QHash<QString, QByteArray> found;
        for (auto it = m_secrets.cbegin(); it != m_secrets.cend(); ++it) {
            if (it.key().startsWith(prefix))
                found.insert(it.key(), it.value());
        }
        co_return found;
    }

    core::Task<> saveHistory(core::model::HistoryBucket bucket) override
    {
        if (full)
            co_return core::Error(core::persistence::errors::Full);
        buckets.push_back(std::move(bucket));
        co_return {};
    }

    core::Task<std::vector<core::model::HistoryBucket>>
    historyBuckets(core::Duration interval, core::Instant from, core::Instant to) override
    {
        std::vector<core::model::HistoryBucket> found;
        std::ranges::copy_if(buckets, std::back_inserter(found), [&](const core::model::HistoryBucket &each) {
            return each.interval == interval && each.start >= from && each.start < to;
        });
        co_return found;
    }

    core::Task<std::vector<core::model::Series>> history(core::persistence::HistoryQuery query) override
    {
        historyAsked = std::move(query);
        co_return past;
    }

    core::Task<> backup(QString, core::Instant) override { co_return core::Error(core::errors::Unsupported); }

    core::Task<core::model::DatabaseInfo> info() override { co_return core::model::DatabaseInfo{}; }

private:
    void put(const core::model::Task &task)
    {
        const auto known = std::ranges::find(kept.tasks, task.id, &core::model::Task::id);
        if (known != kept.tasks.end())
            *known = task;
        else
            kept.tasks.insert(kept.tasks.begin(), task);
    }

    QHash<std::pair<QString, QString>, std::pair<core::TaskId, QByteArray>> m_keys;
    QHash<QString, QByteArray> m_secrets;
};

} // namespace tests
