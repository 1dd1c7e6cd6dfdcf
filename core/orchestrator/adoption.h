// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

/// How what a host tells is joined with what only the core knows. Pure.
namespace core::orchestrator {

/// Where a VM that the inventory does not have belongs, once a host tells of it: one that no database remembers yet,
/// or one that left the inventory a moment ago.
struct HomeFolder {
    std::optional<FolderId> folder;
    std::optional<PoolId> pool;
    bool isTemplate = false;
    std::optional<model::VmResources> resources;
    std::optional<model::DrsAutomation> drsAutomation;
};
using HomeFolders = QHash<VmId, HomeFolder>;

/// What a host is called until it says its own id: made of its address.
[[nodiscard]] HostId provisionalId(const QString &uri);

/// What a host sees around its VMs, gathered once for many of them.
struct Neighbourhood {
    HostId host;
    std::vector<std::shared_ptr<const model::Datastore>> datastores;
    std::vector<std::shared_ptr<const model::Network>> networks;
};
[[nodiscard]] Neighbourhood neighbourhoodOf(HostId host, const model::Inventory &inventory);

/// The VM as the inventory should have it: pool, folder, template mark and resources of what was known (or, of a new one, of
/// `homes`), datastores and networks of its disks and adapters found by path and name.
[[nodiscard]] model::Vm placed(model::Vm told, const Neighbourhood &around, const model::Inventory &inventory,
                               const HomeFolders &homes);
/// The VM with those datastores and networks found that it lacks.
[[nodiscard]] model::Vm linked(model::Vm vm, const Neighbourhood &around);
/// Some disk or adapter of the VM is on no known datastore or network.
[[nodiscard]] bool lacksLinks(const model::Vm &vm);

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
