// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/resources/pooltree.h"

#include <QHash>

#include <variant>

/// The pools of a cluster, or of a host that stands alone, as trees of numbers: CPU in MHz, memory in bytes.
namespace core::resources {

/// Of one VM, for the trees. What is not known is taken for what the VM is configured with.
struct Demand {
    std::optional<double> cpuMhz;
    std::optional<double> memoryBytes;
};

/// Both trees have the same pools and members, in the order of `pools` and `vms`.
struct ClusterPools {
    model::ObjectRef root; ///< the cluster or host
    PoolTree cpu;
    PoolTree memory;
    std::vector<PoolId> pools;
    std::vector<VmId> vms; ///< that run
    [[nodiscard]] int indexOf(const std::optional<PoolId> &pool) const; ///< -1: the root
};

/// The cluster of a VM, pool or host, or the host that stands alone: where its pools hang. The root when there is none.
[[nodiscard]] model::ObjectRef rootOf(const model::ObjectRef &ref, const model::Inventory &inventory);

/// The hosts that are connected and not in maintenance are the capacity. `withOff`: VMs that do not run are members too,
/// with no demand.
[[nodiscard]] ClusterPools poolsOf(const model::ObjectRef &root, const model::Inventory &inventory,
                                   const QHash<VmId, Demand> &demands = {}, bool withOff = false);

/// Why `more` cannot be reserved in a pool (absent: directly in the root).
struct Refusal {
    std::variant<MegaHertz, Bytes> missing;
    model::ObjectRef where; ///< the pool, cluster or host that has too little
};
struct Reservation {
    MegaHertz cpu;
    Bytes memory;
};
/// CPU is looked at first. Absent: it is admitted.
[[nodiscard]] std::optional<Refusal> refusal(const ClusterPools &pools, const std::optional<PoolId> &pool,
                                             const Reservation &more);

} // namespace core::resources
