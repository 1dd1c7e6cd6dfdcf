// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/scope.h"
#include "core/orchestrator/performanceboard.h"
#include "core/persistence/store.h"

namespace core::orchestrator {

/// Keeps the load beyond the last hour: each five minutes the averages of all objects go to the database, and coarser
/// ones are made of them (model::historyLevels). What cannot be written is tried again as long as the last hour has it.
/// Each hour, what the database need not keep any longer is deleted.
class Historian
{
public:
    Historian(Clock &clock, persistence::Store &store, const PerformanceBoard &performance);

    /// From now on; what was before was another life's.
    void start();

private:
    void wait();
    static Task<> work(Historian *self);
    static Task<> saveFinest(Historian *self);
    static Task<> saveCoarser(Historian *self, size_t level);
    static Task<> prune(Historian *self);

    Clock &m_clock;
    persistence::Store &m_store;
    const PerformanceBoard &m_performance;
    std::array<Instant, model::historyLevels.size()>
        m_next{}; ///< the first step of each level not yet written
    Instant m_nextPrune;
    std::unique_ptr<Clock::Timer> m_timer;
    Scope m_scope;
};

} // namespace core::orchestrator
