// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/feedhub.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace core::api::server {

namespace {

constexpr auto gather = 50ms; ///< many changes at once are one message
constexpr auto commentInterval = 15s; ///< says that we are alive
constexpr qsizetype keptBytes = 16 << 20;

/// Removals first, then parents' kinds before children's: a reader may apply them in order.
bool comesBefore(const model::Change &a, const model::Change &b)
{
    if (a.object.has_value() != b.object.has_value())
        return !a.object.has_value();
    return a.ref.kind < b.ref.kind;
}

} // namespace

FeedHub::FeedHub(Clock &clock) : m_clock(clock), m_epoch(QUuid::createUuid().toString(QUuid::Id128).left(12))
{
    comment();
}

schema::Revision FeedHub::revision()
{
    flush();
    m_isAwaited = true;
    return {m_epoch, m_last};
}

void FeedHub::add(std::shared_ptr<FeedSink> sink, const std::optional<schema::Revision> &after)
{
    flush();
    m_isAwaited = true;
    const qint64 oldest = m_kept.empty() ? m_last + 1 : m_kept.front().first;
    const bool known = after && after->epoch == m_epoch && after->n <= m_last && after->n + 1 >= oldest;
    if (known) {
        for (const auto &[n, frame] : m_kept) {
            if (n > after->n)
                sink->send(frame);
        }
    } else {
        sink->send("event: resync\ndata: {}\n\n");
    }
    m_sinks.push_back(std::move(sink));
}

void FeedHub::inventoryChanged(const model::Change &change)
{
    if (!m_isAwaited)
        return;
    m_changes.insert(change.ref, change); // the last word on an object counts
    armFlush();
}

void FeedHub::loadsChanged(const std::vector<model::Load> &loads)
{
    if (!m_isAwaited)
        return;
    for (const model::Load &load : loads)
        m_loads.insert(load.object, load);
    armFlush();
}

void FeedHub::taskChanged(const model::Task &task)
{
    if (!m_isAwaited)
        return;
    m_tasks.insert(task.id, task);
    armFlush();
}

void FeedHub::eventRaised(const model::Event &event)
{
    if (m_isAwaited)
        say(schema::EventMessage{event});
}

void FeedHub::alarmsChanged(const std::vector<model::Alarm> &alarms)
{
    if (!m_isAwaited)
        return;
    m_alarms = alarms;
    armFlush();
}

void FeedHub::armFlush()
{
    if (!m_flushTimer)
        m_flushTimer = m_clock.after(gather, [this] { flush(); });
}

void FeedHub::flush()
{
    m_flushTimer.reset();
    if (!m_changes.isEmpty()) {
        schema::ChangesMessage message{{m_changes.cbegin(), m_changes.cend()}};
        m_changes.clear();
        std::ranges::stable_sort(message.changes, comesBefore);
        say(message);
    }
    if (!m_loads.isEmpty()) {
        const schema::LoadMessage message{{m_loads.cbegin(), m_loads.cend()}};
        m_loads.clear();
        say(message);
    }
    for (const model::Task &task : std::exchange(m_tasks, {}))
        say(schema::TaskMessage{task});
    if (m_alarms)
        say(schema::AlarmsMessage{*std::exchange(m_alarms, std::nullopt)});
}

void FeedHub::say(const schema::FeedMessage &message)
{
    ++m_last;
    const QByteArray frame = "id: " + schema::toString(schema::Revision{m_epoch, m_last}).toUtf8()
        + "\nevent: " + schema::feedEventName(message) + "\ndata: " + schema::feedData(message) + "\n\n";
    m_kept.emplace_back(m_last, frame);
    m_keptBytes += frame.size();
    while (m_keptBytes > keptBytes && m_kept.size() > 1) {
        m_keptBytes -= m_kept.front().second.size();
        m_kept.pop_front();
    }
    std::erase_if(m_sinks, [&](const auto &sink) { return !sink->send(frame); });
}

void FeedHub::comment()
{
    std::erase_if(m_sinks, [](const auto &sink) { return !sink->send(": here\n\n"); });
    m_commentTimer = m_clock.after(commentInterval, [this] { comment(); });
}

} // namespace core::api::server
