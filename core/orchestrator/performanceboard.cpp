// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/performanceboard.h"

#include "core/model/tree.h"

#include <array>
#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr auto fine = performance::SeriesStore::watchedOnly.interval;
constexpr auto lookLimit = 60s; ///< a chart asks more often than that
constexpr auto hour = 1h;

const std::vector<model::Counter> &allCounters()
{
    static const std::vector<model::Counter> all = [] {
        std::vector<model::Counter> counters;
        for (const auto &each : wireNames(model::Counter{}))
            counters.push_back(each.value);
        return counters;
    }();
    return all;
}

} // namespace

PerformanceBoard::PerformanceBoard(Clock &clock, LiveInventory &inventory, Duration usual)
    : m_clock(clock),
      m_inventory(inventory),
      m_usual(usual)
{
    inventory.observe([this](const model::Change &change, const auto &) {
        if (change.object) {
            const auto *vm = std::get_if<std::shared_ptr<const model::Vm>>(&*change.object);
            if (vm != nullptr && (*vm)->state != model::PowerState::Running
                && (*vm)->state != model::PowerState::Paused) {
                m_loads.remove(change.ref); // a VM that is off has no load
                m_started.remove(change.ref);
            }
            if (vm != nullptr && (*vm)->stale)
                m_started.remove(change.ref); // what its host no longer sees may have begun anew
            return;
        }
        m_series.remove(change.ref);
        m_loads.remove(change.ref);
        m_started.remove(change.ref);
        m_watched.remove(change.ref);
        m_previous.remove(change.ref.as<HostId>());
    });
}

void PerformanceBoard::take(HostId id, const model::Sample &sample)
{
    const model::Host *host = m_inventory.now().find(id);
    if (host == nullptr)
        return;
    const auto previous = m_previous.constFind(id);
    if (previous != m_previous.constEnd()) {
        std::vector<model::Load> loads;
        for (performance::Measurement &measurement : performance::derive(*previous, sample, *host)) {
            keepUptime(measurement.load, sample.time);
            if (m_usual <= fine && !m_series.isWatched(measurement.object))
                m_series.setWatched(measurement.object, true); // a lab measures everything finely
            m_series.add(measurement);
            m_loads.insert(measurement.object, measurement.load);
            loads.push_back(measurement.load);
        }
        if (m_listener && !loads.empty())
            m_listener(loads);
    }
    m_previous.insert(id, sample);
    if (const Monotonic now = m_clock.monotonic(); now >= m_nextPrune) {
        m_series.prune(m_clock.now());
        m_nextPrune = now + hour;
    }
}

/// A VM runs on when it moves, but its new host cannot know since when: its former one told.
void PerformanceBoard::keepUptime(model::Load &load, Instant now)
{
    if (load.object.kind != model::Kind::Vm)
        return;
    if (load.uptimeSeconds)
        m_started.insert(load.object, now - std::chrono::seconds(*load.uptimeSeconds));
    else if (const auto started = m_started.constFind(load.object); started != m_started.constEnd())
        load.uptimeSeconds = std::chrono::floor<std::chrono::seconds>(now - *started).count();
}

std::vector<model::Load> PerformanceBoard::loads() const
{
    return {m_loads.cbegin(), m_loads.cend()};
}

std::vector<model::Series> PerformanceBoard::query(const model::ObjectRef &object,
                                                   std::vector<model::Counter> counters, Duration interval,
                                                   std::optional<Instant> since)
{
    if (interval == fine && m_usual > fine)
        watch(object);
    if (counters.empty())
        counters = allCounters();
    return m_series.query(object, counters, interval, since.value_or(m_clock.now() - hour));
}

void PerformanceBoard::watch(const model::ObjectRef &object)
{
    const bool isNew = !m_watched.contains(object);
    m_watched.insert(object, m_clock.monotonic());
    if (isNew)
        m_series.setWatched(object, true);
    readFinely(object);
    if (!m_timer)
        m_timer = m_clock.after(lookLimit, [this] { endOldWatches(); });
}

/// With each look: the object may be on another host by now, or its host have been connected to anew.
void PerformanceBoard::readFinely(const model::ObjectRef &object)
{
    for (const HostId host : hostsUnder(object, m_inventory.now())) {
        m_fine.insert(host);
        m_setInterval(host, fine);
    }
}

void PerformanceBoard::endOldWatches()
{
    const Monotonic now = m_clock.monotonic();
    std::vector<model::ObjectRef> ended;
    for (auto it = m_watched.cbegin(); it != m_watched.cend(); ++it) {
        if (it.value() + lookLimit <= now)
            ended.push_back(it.key());
    }
    for (const model::ObjectRef &object : ended) {
        m_watched.remove(object);
        m_series.setWatched(object, false);
    }
    const QSet<HostId> before = std::exchange(m_fine, {});
    for (auto it = m_watched.cbegin(); it != m_watched.cend(); ++it)
        readFinely(it.key());
    for (const HostId host : before - m_fine)
        m_setInterval(host, m_usual);
    m_timer = m_watched.isEmpty() ? nullptr : m_clock.after(lookLimit, [this] { endOldWatches(); });
}

} // namespace core::orchestrator
