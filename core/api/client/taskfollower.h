// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/caller.h"
#include "core/model/activity.h"

#include <QHash>
#include <QPointer>

#include <deque>
#include <functional>
#include <vector>

namespace core::api::client {

/// Waits for tasks to end, whichever way the news comes: by the feed, in a snapshot after a loss, or asked for where
/// the snapshot no longer knows them. One thread.
class TaskFollower
{
public:
    using Answer = std::function<void(const Result<model::Task> &)>;

    /// `caller` must outlive it.
    explicit TaskFollower(Caller &caller) : m_caller(caller) {}

    /// Answers once, from the event loop, with the task as it ended; `known` are those that have been heard of.
    /// `operation.interrupted`: the core knows it no more. Dropped when `context` is gone.
    void follow(TaskId task, QObject *context, Answer answer, const std::deque<model::Task> &known);
    void taskChanged(const model::Task &task);
    void snapshotTaken(const std::deque<model::Task> &tasks);

private:
    struct Waiting {
        QPointer<QObject> context;
        Answer answer;
    };
    void ask(TaskId task);
    void settle(TaskId task, const Result<model::Task> &result);

    Caller &m_caller;
    QHash<TaskId, std::vector<Waiting>> m_waiting;
};

} // namespace core::api::client
