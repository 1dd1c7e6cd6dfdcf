// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persistence/errors.h"
#include "core/persistence/store.h"

#include <QHash>

#include <algorithm>

namespace tests {

/// A database that is there at once, and full when told so. Outlives a core, so that the next one finds what it left.
class MemoryStore : public core::persistence::Store
{
public:
    bool full = false;
    core::persistence::Stored kept;
    std::vector<core::model::Event> log;

    core::Task<core::persistence::Stored> open() override { co_return kept; }

    core::Task<> save(std::vector<core::model::Change> changes) override
    {
        if (full)
            co_return core::Error(core::persistence::errors::Full);
        for (const core::model::Change &change : changes)
            kept.inventory.apply(change);
        co_return {};
    }

    core::Task<> save(core::model::Task task, QString idempotencyKey) override
    {
        if (full)
            co_return core::Error(core::persistence::errors::Full);
        const auto known = std::ranges::find(kept.tasks, task.id, &core::model::Task::id);
        if (known != kept.tasks.end())
            *known = task;
        else
            kept.tasks.insert(kept.tasks.begin(), task);
        if (!idempotencyKey.isEmpty())
            m_keys.insert(idempotencyKey, task.id);
        co_return {};
    }

    core::Task<std::optional<core::model::Task>> taskOf(QString idempotencyKey) override
    {
        const auto id = m_keys.constFind(idempotencyKey);
        if (id == m_keys.constEnd())
            co_return std::optional<core::model::Task>();
        co_return std::optional(*std::ranges::find(kept.tasks, *id, &core::model::Task::id));
    }

    core::Task<> append(std::vector<core::model::Event> events) override
    {
        log.insert(log.end(), events.begin(), events.end());
        kept.lastEvent = log.back().id;
        co_return {};
    }

    core::Task<std::vector<core::model::Event>> events(core::persistence::EventFilter) override
    {
        co_return std::vector<core::model::Event>(log.rbegin(), log.rend());
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

private:
    QHash<QString, core::TaskId> m_keys;
    QHash<QString, QByteArray> m_secrets;
};

} // namespace tests
