// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/schema/messages.h"
#include "core/api/server/httpserver.h"
#include "core/orchestrator/core.h"

#include <deque>

namespace core::api::server {

/// What the core says, numbered, to everybody who listens. Keeps the last messages so that a client that was away
/// for a moment misses nothing; who was away longer is told to resync.
class FeedHub : public orchestrator::Core::Listener
{
public:
    explicit FeedHub(Clock &clock);

    /// Of all that was said so far: what a snapshot taken now contains.
    [[nodiscard]] schema::Revision revision();
    /// Everything after `after` first, then what comes.
    void add(std::shared_ptr<FeedSink> sink, const std::optional<schema::Revision> &after);
    /// Open feeds.
    [[nodiscard]] int listeners() const { return static_cast<int>(m_sinks.size()); }

    void inventoryChanged(const model::Change &change) override;
    void loadsChanged(const std::vector<model::Load> &loads) override;
    void taskChanged(const model::Task &task) override;
    void eventRaised(const model::Event &event) override;
    void alarmsChanged(const std::vector<model::Alarm> &alarms) override;

private:
    void armFlush();
    void flush();
    void say(const schema::FeedMessage &message);
    void comment();

    Clock &m_clock;
    QString m_epoch;
    qint64 m_last = 0;
    bool m_isAwaited =
        false; ///< before anybody has a revision, what happens is in the snapshot they will get
    std::deque<std::pair<qint64, QByteArray>> m_kept;
    qsizetype m_keptBytes = 0;
    QHash<model::ObjectRef, model::Change> m_changes; ///< gathered for the next message
    QHash<model::ObjectRef, model::Load> m_loads;
    QHash<TaskId, model::Task> m_tasks;
    std::optional<std::vector<model::Alarm>> m_alarms;
    std::vector<std::shared_ptr<FeedSink>> m_sinks;
    std::unique_ptr<Clock::Timer> m_flushTimer;
    std::unique_ptr<Clock::Timer> m_commentTimer;
};

} // namespace core::api::server
