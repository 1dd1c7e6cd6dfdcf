// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/backoff.h"
#include "core/async/clock.h"
#include "core/async/scope.h"
#include "core/async/wakeup.h"
#include "core/persistence/store.h"

#include <deque>
#include <functional>
#include <optional>

namespace core::orchestrator {

/// The one writer of the database: changes, events and the ends of tasks, in their order, many at once. What cannot be
/// written stays here and is tried again until it can be; meanwhile no new work is accepted. Reads are not its business.
/// One thread.
class Journal
{
public:
    struct Failure {
        Instant since; ///< the first attempt that failed
        Error why;
    };
    /// Absent: it can be written again.
    using Listener = std::function<void(const std::optional<Failure> &failure)>;

    Journal(Clock &clock, persistence::Store &store);

    void setListener(Listener listener) { m_listener = std::move(listener); }

    void add(const model::Change &change);
    void add(model::Event event);
    /// As it is now; written at once.
    void add(const model::Task &task);
    /// Ends when a new task is kept. `persistence.failing` while nothing can be written; another error when this could
    /// not: then it will not be there after a restart either. `base.conflict`: the key is taken.
    Task<> accept(model::Task task, persistence::RequestKey key);
    /// Ends when all that was added is in the database, or could not be written.
    Task<> flush();

    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }

private:
    void writeAfter(Duration delay);
    static Task<> accept(Journal *self, model::Task task, persistence::RequestKey key);
    static Task<> flush(Journal *self);
    static Task<> write(Journal *self);
    [[nodiscard]] persistence::Batch takePending();
    void putBack(persistence::Batch batch);
    void wakeFlushing();
    void failed(const Error &why);
    void succeeded();

    Clock &m_clock;
    persistence::Store &m_store;
    Listener m_listener;
    QHash<model::ObjectRef, model::Change> m_changes;
    std::deque<model::Event> m_events;
    QHash<TaskId, model::Task> m_tasks;
    std::vector<TaskId> m_withdrawn;
    bool m_writing = false;
    std::vector<std::weak_ptr<Wakeup>> m_flushing; ///< they wait for the write to end
    std::optional<Failure> m_failure;
    Backoff m_backoff;
    std::unique_ptr<Clock::Timer> m_timer;
    Monotonic m_due{}; ///< of the timer
    Scope m_scope;
};

} // namespace core::orchestrator
