// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/taskfollower.h"

#include "core/base/json.h"
#include "core/operations/errors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::api::client {

using model::Task;

void TaskFollower::follow(TaskId task, QObject *context, Answer answer, const std::deque<Task> &known)
{
    const auto it = std::ranges::find(known, task, &Task::id);
    if (it == known.end() || !isFinished(it->state)) {
        m_waiting[task].push_back({context, std::move(answer)});
        return;
    }
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer), ended = *it] { answer(ended); }, Qt::QueuedConnection);
}

void TaskFollower::taskChanged(const Task &task)
{
    if (isFinished(task.state))
        settle(task.id, task);
}

void TaskFollower::snapshotTaken(const std::deque<Task> &tasks)
{
    for (const TaskId id : m_waiting.keys()) {
        const auto it = std::ranges::find(tasks, id, &Task::id);
        if (it != tasks.end())
            taskChanged(*it);
        else
            ask(id);
    }
}

void TaskFollower::ask(TaskId task)
{
    const auto take = [this, task](const Result<QByteArray> &body) {
        if (!body) { // another failure: the next snapshot asks again
            if (body.error().is(errors::NotFound))
                settle(task, Error(operations::errors::Interrupted));
            return;
        }
        const auto found = json::fromJson<Task>(QJsonDocument::fromJson(*body).object());
        if (!found)
            settle(task, found.error());
        else
            taskChanged(*found);
    };
    m_caller.request("GET", u"/tasks/"_s + task.toString(), {}, take);
}

void TaskFollower::settle(TaskId task, const Result<Task> &result)
{
    for (const Waiting &waiting : m_waiting.take(task)) {
        if (waiting.context)
            waiting.answer(result);
    }
}

} // namespace core::api::client
