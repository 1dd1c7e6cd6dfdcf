// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

/// How what a host tells is joined with what only the core knows. Pure.
namespace core::orchestrator {

/// Where a VM that no database remembers belongs from the start.
struct Placement {
    std::optional<FolderId> folder;
    std::optional<PoolId> pool;
};
using Placements = QHash<VmId, Placement>;

/// What a host sees around its VMs, gathered once for many of them.
struct Neighbourhood {
    HostId host;
    std::vector<std::shared_ptr<const model::Datastore>> datastores;
    std::vector<std::shared_ptr<const model::Network>> networks;
};
[[nodiscard]] Neighbourhood neighbourhoodOf(HostId host, const model::Inventory &inventory);

/// The VM as the inventory should have it: pool, folder and template mark of what was known (or, of a new one, of
/// `initial`), datastores and networks of its disks and adapters found by path and name.
[[nodiscard]] model::Vm placed(model::Vm told, const Neighbourhood &around, const model::Inventory &inventory,
                               const Placements &initial);

/// Is `host` the owner of a VM that it tells of? A second host that lists it (both do for some seconds of a
/// migration) only becomes the owner when it runs there and no longer at the first.
[[nodiscard]] bool owns(HostId host, const model::Vm &told, const model::Inventory &inventory);

/// The datastores of the inventory after `host` has told its own: new ones, ones that it now shares, ones that it
/// no longer sees.
[[nodiscard]] std::vector<model::Change> datastoreChanges(HostId host, std::vector<model::Datastore> told,
                                                          const model::Inventory &inventory);
[[nodiscard]] std::vector<model::Change> networkChanges(HostId host, std::vector<model::Network> told,
                                                        const model::Inventory &inventory);

} // namespace core::orchestrator
