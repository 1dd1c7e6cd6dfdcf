// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/scope.h"
#include "core/model/drs.h"
#include "core/persistence/store.h"

#include <deque>

namespace core::orchestrator {

/// What became of what clusters decided, newest first. Kept in the database.
class DrsHistory
{
public:
    DrsHistory(Clock &clock, persistence::Store &store);

    [[nodiscard]] Task<> load() { return load(this); }
    void add(ClusterId cluster, model::DrsHistoryEntry entry);
    [[nodiscard]] std::vector<model::DrsHistoryEntry> of(ClusterId cluster) const;

private:
    static Task<> load(DrsHistory *self);
    static Task<> write(DrsHistory *self);

    Clock &m_clock;
    persistence::Store &m_store;
    QHash<ClusterId, std::deque<model::DrsHistoryEntry>> m_entries;
    std::vector<ClusterId> m_unwritten;
    std::unique_ptr<Clock::Timer> m_timer;
    Scope m_scope;
};

} // namespace core::orchestrator
