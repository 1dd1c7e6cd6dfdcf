// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/backoff.h"
#include "core/async/clock.h"
#include "core/async/scope.h"
#include "core/persistence/store.h"

#include <optional>

namespace core::orchestrator {

/// Triggered alarms in the database, so that they survive a restart with their time and who takes care of them. What
/// cannot be written is tried again. One thread.
class AlarmKeeper
{
public:
    AlarmKeeper(Clock &clock, persistence::Store &store);

    /// What an earlier life of the core left.
    Task<std::vector<model::Alarm>> load();
    /// Absent: it has ended.
    void keep(AlarmId id, const std::optional<model::Alarm> &alarm);
    /// Ends when all is written, or could not be.
    Task<> flush() { return flush(this); }

private:
    static Task<std::vector<model::Alarm>> load(AlarmKeeper *self);
    static Task<> flush(AlarmKeeper *self);
    static Task<> write(AlarmKeeper *self);

    Clock &m_clock;
    persistence::Store &m_store;
    QHash<AlarmId, QByteArray> m_pending; ///< empty: to be removed
    Backoff m_backoff;
    std::unique_ptr<Clock::Timer> m_timer;
    Scope m_scope;
};

} // namespace core::orchestrator
