// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/scope.h"
#include "core/model/activity.h"
#include "core/operations/operation.h"
#include "core/orchestrator/eventlog.h"
#include "core/orchestrator/journal.h"
#include "core/orchestrator/liveinventory.h"
#include "core/persistence/store.h"

#include <deque>
#include <functional>

namespace core::orchestrator {

/// A request and who makes it.
struct Submission {
    operations::OperationRequest request;
    access::Identity who;
    QString idempotencyKey; ///< the same key again is the same task; empty: none
    bool isOwn = false; ///< part of what was permitted already: nobody's privileges are asked
};

/// Requests become tasks here: checked, kept in the database, queued (one at a time for each VM), run, and told
/// to whoever listens.
class TaskBoard
{
public:
    /// Does the work of a task. Ends when the end state was read back.
    using Perform = std::function<Task<>(operations::OperationRequest, TaskId)>;
    using Listener = std::function<void(const model::Task &)>;

    TaskBoard(Clock &clock, persistence::Store &store, Journal &journal, LiveInventory &inventory,
              Perform perform);

    void setListener(Listener listener) { m_listener = std::move(listener); }
    /// What an earlier life of the core left: tasks that ran are told as interrupted, but for those that wrote down how
    /// far they came.
    std::vector<model::Task> adopt(std::vector<model::Task> tasks);
    /// Carries those on, once hosts are being watched.
    void carryOn();

    /// The task, kept and queued or running; or why the request is refused.
    Task<model::Task> submit(Submission submission);
    /// May he, and can it be done now? As submit() would find, without doing anything.
    [[nodiscard]] operations::Availability check(const operations::OperationRequest &request,
                                                 const access::Identity &who) const;
    Result<void> cancel(TaskId id);

    [[nodiscard]] const model::Task *find(TaskId id) const;
    /// Newest first.
    [[nodiscard]] std::vector<model::Task> recent() const;
    [[nodiscard]] bool anyRunning() const;
    /// Who works on the object just now.
    [[nodiscard]] Cause causeFor(const model::ObjectRef &object) const;

    // For the work itself.
    void setPhase(TaskId id, const QString &phase);
    void setProgress(TaskId id, double ratio); ///< 0–1; going back is ignored
    void setCancellable(TaskId id, bool cancellable);
    [[nodiscard]] bool cancelRequested(TaskId id) const;
    void setSteps(TaskId id, std::vector<model::TaskStep> steps);
    void setMigration(TaskId id, model::MigrationFigures figures);
    void setFindings(TaskId id, std::vector<model::Finding> findings);
    /// Ends when the task as it is now is in the database: what follows must not be forgotten in a crash.
    [[nodiscard]] Task<> keep(TaskId id);
    [[nodiscard]] std::vector<model::TaskStep> earlierSteps(TaskId id) const;

private:
    struct Entry {
        model::Task task;
        operations::OperationRequest request; ///< with what must not be kept
        bool cancelRequested = false;
        std::vector<model::TaskStep> earlierSteps; ///< of a task that is carried on
    };

    /// Can it be done now, whoever asks?
    [[nodiscard]] operations::Availability isPossible(const operations::OperationRequest &request) const;
    Task<> run(TaskId id);
    void startNext(const model::ObjectRef &target);
    [[nodiscard]] model::Task ended(model::Task task, const Result<void> &result) const;
    void finish(Entry &entry, model::Task task);
    void tell(const model::Task &task);
    void forgetOld();
    Entry *entry(TaskId id);

    Clock &m_clock;
    persistence::Store &m_store;
    Journal &m_journal;
    LiveInventory &m_inventory;
    Perform m_perform;
    Listener m_listener;
    QHash<TaskId, Entry> m_entries;
    std::deque<TaskId> m_order; ///< oldest first
    QHash<model::ObjectRef, std::deque<TaskId>> m_queues; ///< front: the one that runs
    Scope m_scope;
};

} // namespace core::orchestrator
