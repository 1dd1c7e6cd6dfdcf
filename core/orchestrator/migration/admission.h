// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/model/migration.h"

#include <vector>

/// How many migrations run at once: vCenter's cost model. Each costs something on both hosts, on the network of the
/// destination and on each datastore; what would exceed a limit waits. Pure.
namespace core::orchestrator {

struct MigrationLimits {
    int host = 8;
    int network = 4; ///< of a host's migration network: a gigabit carries four
    int datastore = 128;
};

struct MigrationCost {
    int host = 1;
    int network = 1;
    int datastore = 1;
};
/// Of a VM that runs: its memory travels.
inline constexpr MigrationCost liveCost{};
/// Of one that is off and whose files stay.
inline constexpr MigrationCost definitionCost{.network = 0};
/// With its files, running or off.
inline constexpr MigrationCost filesCost{.host = 4, .datastore = 16};

struct MigrationClaim {
    VmId vm;
    HostId from;
    HostId to;
    std::vector<DatastoreId> datastores;
    MigrationCost cost;
    model::MigrationPriority priority = model::MigrationPriority::Normal;
    Monotonic since{}; ///< when it began to wait
};

/// Those of the waiting that may begin now, in the order of their priority; who has waited long counts as more urgent.
/// One that must wait is not overtaken by others on its hosts.
[[nodiscard]] std::vector<VmId> admissible(std::vector<MigrationClaim> waiting,
                                           std::vector<MigrationClaim> running, const MigrationLimits &limits,
                                           Monotonic now);

} // namespace core::orchestrator
