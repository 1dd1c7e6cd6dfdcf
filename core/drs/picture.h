// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/plan.h"
#include "core/model/inventory.h"

#include <QHash>

/// A cluster of the inventory as an instance for the planner, and what the planner says of it in the inventory's words.
namespace core::drs {

/// What is known of a VM besides what the inventory tells.
struct VmMeasure {
    std::optional<double> cpuMhz; ///< what it would use; absent: nobody has measured it
    std::optional<Bytes> activeMemory;
    double dirtyMiBPerSecond = 0; ///< 0: unknown
    int ageSeconds = 0; ///< of the newest reading
    int sinceMoveSeconds = 99'999; ///< since it was last moved
};

struct Surroundings {
    QHash<VmId, VmMeasure> measures; ///< those without one stay where they are
    QHash<HostId, int> hostAgeSeconds; ///< of the newest reading; absent: fresh
    /// The hosts of the cluster that can run the VM, its own included where it can stay; empty: all. Null: not asked.
    std::function<std::vector<HostId>(const model::Vm &)> compatible;
    std::vector<VmId> alsoThese; ///< VMs that are off and take part all the same
};

/// `hosts` and `vms` name what the instance knows by index; its rules are known by their names.
struct Picture {
    ClusterId cluster;
    Instance instance; ///< CPU in 10 MHz, as in files
    std::vector<HostId> hosts;
    std::vector<VmId> vms;
    std::vector<PoolId> pools;

    [[nodiscard]] int indexOf(VmId vm) const; ///< -1: it takes no part
    [[nodiscard]] int indexOf(HostId host) const;
};
[[nodiscard]] Picture pictureOf(ClusterId cluster, const model::Inventory &inventory,
                                const Surroundings &around);

/// What the planner found, with names: all but state, time and what hosts enforce. Moves of one recommendation number are
/// one recommendation.
[[nodiscard]] model::DrsReport reportOf(const Plan &plan, const Picture &picture,
                                        const model::Inventory &inventory);

/// The names of the enabled rules that an older one contradicts.
[[nodiscard]] std::vector<QString> contradicted(const model::Cluster &cluster,
                                                const model::Inventory &inventory);

} // namespace core::drs
