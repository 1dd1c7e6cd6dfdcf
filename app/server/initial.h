// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orchestrator/core.h"
#include "core/simulation/topology.h"

namespace server {

/// What a core knows at its first start, by where it is used.

/// The lab whose directory holds this core's, if it is one: datacenter and cluster "Lab" with its hosts.
[[nodiscard]] core::Result<core::orchestrator::InitialInventory> labInventory(const QString &coreDirectory);
[[nodiscard]] core::orchestrator::InitialInventory
simulatedInventory(const core::simulation::Topology &topology);
[[nodiscard]] core::orchestrator::InitialInventory singleHostInventory(const QString &uri);
/// A place to begin: one datacenter, so that a first host can be added.
[[nodiscard]] core::orchestrator::InitialInventory emptyInventory();

} // namespace server
