// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/schema/messages.h"
#include "core/api/server/httpserver.h"
#include "core/api/server/visitor.h"
#include "core/orchestrator/core.h"

#include <deque>

namespace core::api::server {

/// What the core says, numbered, to everybody who listens. Keeps the last messages so that a client that was away
/// for a moment misses nothing; who was away longer is told to resync. Who sees everything gets the same bytes; for
/// anybody else each message is cut to what he may see at that moment, and when that itself changes he resyncs.
class FeedHub : public orchestrator::Core::Listener
{
public:
    explicit FeedHub(Clock &clock);

    /// Where things are, as they are now (a copy costs nothing). Before anybody is added.
    void setInventory(std::function<model::Inventory()> inventory) { m_inventory = std::move(inventory); }

    /// New at each start of the core.
    [[nodiscard]] const QString &epoch() const { return m_epoch; }
    /// Of all that was said so far: what a snapshot taken now contains.
    [[nodiscard]] schema::Revision revision();
    /// Everything after `after` first, then what comes.
    void add(std::shared_ptr<FeedSink> sink, identity::Caller caller,
             const std::optional<schema::Revision> &after);
    /// Open feeds.
    [[nodiscard]] int listeners() const { return static_cast<int>(m_viewers.size()); }
    /// Somebody signed out, or was: his feeds end.
    void close(SessionId session);

    void inventoryChanged(const model::Change &change) override;
    void loadsChanged(const std::vector<model::Load> &loads) override;
    void taskChanged(const model::Task &task) override;
    void eventRaised(const model::Event &event) override;
    void alarmsChanged(const std::vector<model::Alarm> &alarms) override;

private:
    /// One reader.
    struct Viewer {
        std::shared_ptr<FeedSink> sink;
        std::unique_ptr<Visitor> visitor; ///< as of the last flush…
        std::unique_ptr<Visitor> before; ///< …and of the one before; null: the same
        bool seesEverything = false;
    };

    void armFlush();
    void flush();
    void renewViewers();
    void say(const schema::FeedMessage &message);
    [[nodiscard]] static std::optional<schema::FeedMessage> cut(const schema::FeedMessage &message,
                                                                Viewer &viewer);
    [[nodiscard]] static std::optional<schema::FeedMessage> cut(schema::ChangesMessage changes,
                                                                Viewer &viewer);
    [[nodiscard]] QByteArray frameOf(const schema::FeedMessage &message) const;
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
    std::vector<Viewer> m_viewers;
    std::function<model::Inventory()> m_inventory;
    bool m_accessChanged = false; ///< who may see what, since the last flush
    std::unique_ptr<Clock::Timer> m_flushTimer;
    std::unique_ptr<Clock::Timer> m_commentTimer;
};

} // namespace core::api::server
