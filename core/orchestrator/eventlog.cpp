// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/eventlog.h"

#include "core/orchestrator/news.h"

#include <QLoggingCategory>

#include <chrono>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcEvents, "vigie.events")

namespace core::orchestrator {

namespace {
constexpr auto flushAfter = 100ms; ///< many events at once are one transaction
}

EventLog::EventLog(Clock &clock, persistence::Store &store, LiveInventory &inventory)
    : m_clock(clock),
      m_store(store),
      m_inventory(inventory),
      m_scope(
          [](const Error &error) { qCWarning(lcEvents) << "events not kept" << error.code << error.detail; })
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
    m_pending.push_back(event);
    if (!m_timer)
        m_timer = m_clock.after(flushAfter, [this] { flush(); });
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

void EventLog::flush()
{
    m_timer.reset();
    m_scope.spawn(append(this, std::exchange(m_pending, {})));
}

Task<> EventLog::append(EventLog *self, std::vector<model::Event> events)
{
    co_return co_await self->m_store.append(std::move(events));
}

} // namespace core::orchestrator
