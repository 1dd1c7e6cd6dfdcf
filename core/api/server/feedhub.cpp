// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/feedhub.h"

#include "core/base/overloaded.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace core::api::server {

namespace {

constexpr auto gather = 50ms; ///< many changes at once are one message
constexpr auto commentInterval = 15s; ///< says that we are alive
constexpr qsizetype keptBytes = 16 << 20;
const QByteArray resync("event: resync\ndata: {}\n\n");

/// Who may see what follows from these, and from where the others hang.
bool concernsAccess(const model::Change &change)
{
    switch (change.ref.kind) {
    case model::Kind::User:
    case model::Kind::Group:
    case model::Kind::Role:
    case model::Kind::Permission: return true;
    case model::Kind::Root:
    case model::Kind::Datacenter:
    case model::Kind::Folder:
    case model::Kind::Cluster:
    case model::Kind::Host:
    case model::Kind::Pool:
    case model::Kind::Vm:
    case model::Kind::Datastore:
    case model::Kind::Network:
    case model::Kind::AlarmDefinition: return false;
    }
    Q_UNREACHABLE();
}

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

void FeedHub::add(std::shared_ptr<FeedSink> sink, identity::Caller caller,
                  const std::optional<schema::Revision> &after)
{
    flush();
    m_isAwaited = true;
    Viewer viewer{std::move(sink), std::make_unique<Visitor>(std::move(caller), m_inventory())};
    viewer.seesEverything = viewer.visitor->seesEverything();
    const qint64 oldest = m_kept.empty() ? m_last + 1 : m_kept.front().first;
    const bool known = after && after->epoch == m_epoch && after->n <= m_last && after->n + 1 >= oldest;
    // What was kept is everything: of use to nobody who may not see it.
    if (known && (viewer.seesEverything || after->n == m_last)) {
        for (const auto &[n, frame] : m_kept) {
            if (n > after->n)
                viewer.sink->send(frame);
        }
    } else {
        viewer.sink->send(resync);
    }
    m_viewers.push_back(std::move(viewer));
}

void FeedHub::close(SessionId session)
{
    std::erase_if(m_viewers, [&](const Viewer &viewer) {
        if (viewer.visitor->caller().session != session)
            return false;
        viewer.sink->end();
        return true;
    });
}

void FeedHub::inventoryChanged(const model::Change &change)
{
    if (!m_isAwaited)
        return;
    m_changes.insert(change.ref, change); // the last word on an object counts
    m_accessChanged = m_accessChanged || concernsAccess(change);
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
    renewViewers();
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

/// Brings those who do not see everything up to date with where things are now. An object that left their sight is
/// gone for them: the change that moved it becomes its removal (cut()).
void FeedHub::renewViewers()
{
    const bool again = std::exchange(m_accessChanged, false);
    for (Viewer &viewer : m_viewers) {
        if (viewer.seesEverything && !again)
            continue;
        viewer.before = std::move(viewer.visitor);
        viewer.visitor = std::make_unique<Visitor>(viewer.before->caller(), m_inventory());
        viewer.seesEverything = viewer.visitor->seesEverything();
        if (again && !viewer.seesEverything)
            viewer.sink->send(resync);
    }
}

/// What he sees as it is; what he saw and no longer does is removed; of the rest he hears nothing.
std::optional<schema::FeedMessage> FeedHub::cut(schema::ChangesMessage changes, Viewer &viewer)
{
    std::erase_if(changes.changes, [&](model::Change &change) {
        if (change.object && viewer.visitor->sees(change.ref))
            return false;
        change.object.reset();
        return viewer.before == nullptr || !viewer.before->sees(change.ref);
    });
    return changes.changes.empty() ? std::nullopt : std::optional<schema::FeedMessage>(std::move(changes));
}

std::optional<schema::FeedMessage> FeedHub::cut(const schema::FeedMessage &message, Viewer &viewer)
{
    Visitor &visitor = *viewer.visitor;
    return std::visit(
        Overloaded{
            [&](const schema::ChangesMessage &changes) { return cut(changes, viewer); },
            [&](schema::LoadMessage loads) -> std::optional<schema::FeedMessage> {
                std::erase_if(loads.loads,
                              [&](const model::Load &load) { return !visitor.mayRead(load.object); });
                return loads.loads.empty() ? std::nullopt : std::optional<schema::FeedMessage>(loads);
            },
            [&](const schema::TaskMessage &task) -> std::optional<schema::FeedMessage> {
                return visitor.sees(task.task) ? std::optional<schema::FeedMessage>(task) : std::nullopt;
            },
            [&](const schema::EventMessage &event) -> std::optional<schema::FeedMessage> {
                return visitor.mayRead(event.event.object) ? std::optional<schema::FeedMessage>(event)
                                                           : std::nullopt;
            },
            [&](schema::AlarmsMessage alarms) -> std::optional<schema::FeedMessage> {
                std::erase_if(alarms.alarms,
                              [&](const model::Alarm &alarm) { return !visitor.sees(alarm.object); });
                return alarms;
            },
            [](const schema::ResyncMessage &) -> std::optional<schema::FeedMessage> { return std::nullopt; },
        },
        message);
}

QByteArray FeedHub::frameOf(const schema::FeedMessage &message) const
{
    return "id: " + schema::toString(schema::Revision{m_epoch, m_last}).toUtf8()
        + "\nevent: " + schema::feedEventName(message) + "\ndata: " + schema::feedData(message) + "\n\n";
}

void FeedHub::say(const schema::FeedMessage &message)
{
    ++m_last;
    const QByteArray frame = frameOf(message);
    m_kept.emplace_back(m_last, frame);
    m_keptBytes += frame.size();
    while (m_keptBytes > keptBytes && m_kept.size() > 1) {
        m_keptBytes -= m_kept.front().second.size();
        m_kept.pop_front();
    }
    std::erase_if(m_viewers, [&](Viewer &viewer) {
        if (viewer.seesEverything)
            return !viewer.sink->send(frame);
        const auto seen = cut(message, viewer);
        return seen && !viewer.sink->send(frameOf(*seen));
    });
}

void FeedHub::comment()
{
    std::erase_if(m_viewers, [](const Viewer &viewer) { return !viewer.sink->send(": here\n\n"); });
    m_commentTimer = m_clock.after(commentInterval, [this] { comment(); });
}

} // namespace core::api::server
