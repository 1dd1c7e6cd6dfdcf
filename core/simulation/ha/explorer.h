// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/ha/simulation.h"

/// Looks for schedules of faults that break an invariant.
namespace core::simulation {

struct ExplorerSize {
    int hosts = 5;
    int vms = 20;
    int faults = 10;
};

/// A cluster, a policy and faults that the seed fixes: each fault is repaired in the end, and there is time to recover.
[[nodiscard]] Scenario randomScenario(quint64 seed, const ExplorerSize &size);

/// The first violation of a run; its `invariant` is null: there was none.
[[nodiscard]] Violation firstViolation(const Scenario &scenario, quint64 seed);

/// As few steps, machines and rules as still break the same invariant with the same seed.
[[nodiscard]] Scenario shrunk(Scenario scenario, quint64 seed);

} // namespace core::simulation
