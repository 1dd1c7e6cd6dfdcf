// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/model/load.h"
#include "core/model/migration.h"

#include <QHash>

#include <functional>

/// May this VM go there, and where would it be best? Functions of the inventory alone: no host is asked, so what only
/// the hosts can tell (block jobs, certificates, whether the networks reach each other) is not among the answers.
namespace core::migration {

/// What is wanted by the VMs of each host, and which they are. Gathered once for many checks.
class Population
{
public:
    explicit Population(const model::Inventory &inventory);
    /// Of one host only, for a check that looks at no other.
    Population(const model::Inventory &inventory, HostId host);

    /// The VMs of a host; valid as long as the inventory's objects are.
    [[nodiscard]] const std::vector<const model::Vm *> &of(HostId host) const;
    /// The memory of those that run there.
    [[nodiscard]] Bytes memoryInUse(HostId host) const;

private:
    QHash<HostId, std::vector<const model::Vm *>> m_vms;
};

/// Everything that speaks against the request, errors before warnings. Empty: it can be done.
[[nodiscard]] std::vector<model::Finding> check(const model::MigrationRequest &request,
                                                const model::Inventory &inventory);
[[nodiscard]] std::vector<model::Finding> check(const model::MigrationRequest &request,
                                                const model::Inventory &inventory,
                                                const Population &population);

/// Every other host of the VM's datacenter for a request that leaves the host open: best first, those with an error
/// last, equals by name. `loads`: by object, what is known of the hosts'. `complete`: called with the request for each host,
/// for what depends on it, as the datastore.
[[nodiscard]] std::vector<model::MigrationCandidate>
candidates(model::MigrationRequest request, const model::Inventory &inventory,
           const QHash<model::ObjectRef, model::Load> &loads,
           const std::function<void(model::MigrationRequest &)> &complete = {});

} // namespace core::migration
