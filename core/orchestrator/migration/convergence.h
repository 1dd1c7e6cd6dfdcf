// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/migration.h"

#include <optional>
#include <vector>

/// What is done about a guest that writes faster than its memory can be copied. Pure.
namespace core::orchestrator {

struct ConvergencePolicy {
    /// One after the other, when passes do not shrink what is left: how long the guest may be frozen at the end.
    std::vector<Duration> downtimes{Duration(500), Duration(750), Duration(1000), Duration(2000)};
    int passesForMore = 2; ///< that do not shrink what is left, before more is allowed
    int passesToGiveUp = 12; ///< the same, when no more may be allowed; meanwhile the guest is slowed down
};

struct ConvergenceState {
    int pass = 0; ///< the last one looked at
    std::optional<Bytes> leastLeft; ///< at the beginning of any pass so far
    int stalled = 0; ///< passes in a row that did not bring it down
    size_t allowed = 0; ///< of the policy's downtimes

    friend bool operator==(const ConvergenceState &, const ConvergenceState &) = default;
};

enum class ConvergenceAction { GoOn, AllowDowntime, GiveUp };

struct ConvergenceStep {
    ConvergenceState next;
    ConvergenceAction action = ConvergenceAction::GoOn;
    Duration downtime{}; ///< with AllowDowntime

    friend bool operator==(const ConvergenceStep &, const ConvergenceStep &) = default;
};

/// To be asked with each new figures of a migration under way.
[[nodiscard]] ConvergenceStep converge(ConvergenceState state, const hypervisor::MigrationFigures &figures,
                                       const ConvergencePolicy &policy);

} // namespace core::orchestrator
