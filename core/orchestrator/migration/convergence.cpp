// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/convergence.h"

namespace core::orchestrator {

namespace {

constexpr double worthIt = 0.95; ///< a pass that leaves more than this of what there was has not helped

/// What is left was less than ever before, and by more than chance.
bool hasShrunk(const std::optional<Bytes> &least, Bytes left)
{
    return !least || static_cast<double>(left.count()) < worthIt * static_cast<double>(least->count());
}

} // namespace

ConvergenceStep converge(ConvergenceState state, const hypervisor::MigrationFigures &figures,
                         const ConvergencePolicy &policy)
{
    if (figures.pass <= state.pass)
        return {.next = state};
    const int passed = figures.pass - state.pass; // short ones go by between two looks
    state.pass = figures.pass;
    const bool isFirst = !state.leastLeft;
    if (hasShrunk(state.leastLeft, figures.remaining)) {
        state.leastLeft = figures.remaining;
        state.stalled = 0;
    } else {
        state.stalled += passed;
    }
    const bool mayAllow = state.allowed < policy.downtimes.size();
    if (!isFirst && mayAllow && state.stalled >= policy.passesForMore) {
        state.stalled = 0;
        const Duration downtime = policy.downtimes[state.allowed++];
        return {.next = state, .action = ConvergenceAction::AllowDowntime, .downtime = downtime};
    }
    if (!mayAllow && state.stalled >= policy.passesToGiveUp)
        return {.next = state, .action = ConvergenceAction::GiveUp};
    return {.next = state};
}

} // namespace core::orchestrator
