// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/eventlog.h"

#include "core/orchestrator/news.h"

namespace core::orchestrator {

EventLog::EventLog(Clock &clock, Journal &journal, LiveInventory &inventory)
    : m_clock(clock),
      m_journal(journal),
      m_inventory(inventory)
{
    inventory.observe([this](const model::Change &change, const auto &before) { changed(change, before); });
}

void EventLog::raise(const QString &code, model::Severity severity, const model::ObjectRef &object,
                     const QString &objectName, const QJsonObject &parameters, const Cause &cause)
{
    const model::Event event{.id = ++m_last,
                             .time = m_clock.now(),
                             .code = code,
                             .severity = severity,
                             .object = object,
                             .objectName = objectName,
                             .parameters = parameters,
                             .actor = cause.actor,
                             .task = cause.task};
    m_journal.add(event);
    if (m_listener)
        m_listener(event);
}

void EventLog::changed(const model::Change &change, const std::optional<model::Object> &before)
{
    if (!m_watching)
        return;
    Cause cause = m_inventory.cause();
    if (cause.task.isNull() && m_findCause)
        cause = m_findCause(change.ref);
    const QString name = change.object ? nameOf(*change.object) : nameOf(*before);
    for (const News &news : newsOf(change, before, m_inventory.now()))
        raise(news.code, news.severity, change.ref, name, news.parameters, cause);
}

} // namespace core::orchestrator
