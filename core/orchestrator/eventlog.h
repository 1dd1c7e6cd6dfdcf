// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/model/activity.h"
#include "core/orchestrator/journal.h"
#include "core/orchestrator/liveinventory.h"

#include <functional>

namespace core::orchestrator {

/// What happened, numbered and kept. Most events are seen in the changes of the inventory, so that what `virsh`
/// does behind our back is told like what we do.
class EventLog
{
public:
    using Listener = std::function<void(const model::Event &)>;
    /// Says who works on an object just now.
    using FindCause = std::function<Cause(const model::ObjectRef &)>;

    EventLog(Clock &clock, Journal &journal, LiveInventory &inventory);

    void continueAfter(qint64 lastEvent) { m_last = lastEvent; }
    void setListener(Listener listener) { m_listener = std::move(listener); }
    void setFindCause(FindCause findCause) { m_findCause = std::move(findCause); }
    /// While false, changes are read in, not news: nothing is raised by them.
    void setWatching(bool watching) { m_watching = watching; }

    void raise(const QString &code, model::Severity severity, const model::ObjectRef &object,
               const QString &objectName, const QJsonObject &parameters = {}, const Cause &cause = {});

private:
    void changed(const model::Change &change, const std::optional<model::Object> &before);

    Clock &m_clock;
    Journal &m_journal;
    LiveInventory &m_inventory;
    Listener m_listener;
    FindCause m_findCause;
    qint64 m_last = 0;
    bool m_watching = false;
};

} // namespace core::orchestrator
