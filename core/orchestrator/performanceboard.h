// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/orchestrator/liveinventory.h"
#include "core/performance/seriesstore.h"

#include <QSet>

#include <functional>

namespace core::orchestrator {

/// Readings of hosts become series and loads. Somebody who looks at steps of 5 s makes the host be read that often
/// for as long as they look.
class PerformanceBoard
{
public:
    using Listener = std::function<void(const std::vector<model::Load> &)>;
    using SetInterval = std::function<void(HostId host, Duration interval)>;

    /// `usual`: how often hosts are read when nobody looks.
    PerformanceBoard(Clock &clock, LiveInventory &inventory, Duration usual);

    void setListener(Listener listener) { m_listener = std::move(listener); }
    void setIntervalSetter(SetInterval setter) { m_setInterval = std::move(setter); }

    void take(HostId host, const model::Sample &sample);
    /// The newest load of every object that has one.
    [[nodiscard]] std::vector<model::Load> loads() const;
    /// No counters: all. Asking for 5 s begins the watch, whose first steps come soon after.
    [[nodiscard]] std::vector<model::Series> query(const model::ObjectRef &object,
                                                   std::vector<model::Counter> counters, Duration interval,
                                                   std::optional<Instant> since);

    /// The averages of all objects over a step that is over.
    [[nodiscard]] model::HistoryBucket averages(Instant start, Duration interval) const
    {
        return m_series.averages(start, interval);
    }

private:
    void watch(const model::ObjectRef &object);
    void readFinely(const model::ObjectRef &object);
    void keepUptime(model::Load &load, Instant now);
    void endOldWatches();

    Clock &m_clock;
    LiveInventory &m_inventory;
    Duration m_usual;
    Listener m_listener;
    SetInterval m_setInterval;
    performance::SeriesStore m_series;
    QHash<HostId, model::Sample> m_previous;
    QHash<model::ObjectRef, model::Load> m_loads;
    QHash<model::ObjectRef, Instant> m_started; ///< VMs, as their hosts told
    QHash<model::ObjectRef, Monotonic> m_watched; ///< and when somebody last looked
    QSet<HostId> m_fine; ///< hosts that are read every 5 s for those who look
    Monotonic m_nextPrune{};
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace core::orchestrator
