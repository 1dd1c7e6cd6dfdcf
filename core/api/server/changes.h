// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/taskboard.h"

namespace core::api::server {

/// Changes under a condition (If-Match) that were accepted and are not done yet: a second one of the same object that
/// knows the same state comes too late, though the state is still what both know.
class Changes
{
public:
    explicit Changes(const orchestrator::TaskBoard &tasks) : m_tasks(tasks) {}

    [[nodiscard]] bool isUnderway(const model::ObjectRef &object) const
    {
        const auto known = m_underway.constFind(object);
        return known != m_underway.constEnd() && !hasEnded(*known);
    }
    /// Before anything is waited for.
    void begin(const model::ObjectRef &object)
    {
        erase_if(m_underway, [this](const auto &each) { return hasEnded(each.value()); });
        m_underway.insert(object, {});
    }
    void became(const model::ObjectRef &object, TaskId task) { m_underway.insert(object, task); }
    void cameToNothing(const model::ObjectRef &object) { m_underway.remove(object); }

private:
    /// A null task is about to be one.
    [[nodiscard]] bool hasEnded(TaskId task) const
    {
        if (task.isNull())
            return false;
        const model::Task *known = m_tasks.find(task);
        return known == nullptr || isFinished(known->state);
    }

    const orchestrator::TaskBoard &m_tasks;
    QHash<model::ObjectRef, TaskId> m_underway;
};

} // namespace core::api::server
