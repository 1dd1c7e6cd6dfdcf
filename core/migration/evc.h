// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/cpumodels.h"
#include "core/model/inventory.h"
#include "core/model/migration.h"

/// The common CPU level of a cluster, after vSphere's EVC: every VM gets the CPU of one named level at its start, so
/// that it can go to each of the hosts. Pure.
namespace core::migration {

struct EvcLevel {
    QString name; ///< the named CPU that the VMs get: "Westmere"
    QString vendor;
};

/// Of both vendors, each from the oldest on.
[[nodiscard]] const std::vector<EvcLevel> &evcLevels();
/// Null when there is none of that name.
[[nodiscard]] const EvcLevel *findLevel(QStringView name);
/// All that a VM of this level may use, with what every hypervisor adds by itself. Empty of an unknown level.
[[nodiscard]] Features featuresOfLevel(QStringView level);

/// What keeps the cluster from the level: hosts that lack it, vendors that differ, running VMs that use more. An empty
/// level (EVC off) nothing keeps it from.
[[nodiscard]] std::vector<model::Finding> checkLevel(ClusterId cluster, const QString &level,
                                                     const model::Inventory &inventory);
/// What keeps a host out of the cluster: its CPU. `host` need not be in the inventory.
[[nodiscard]] std::vector<model::Finding> checkJoin(const model::Host &host, ClusterId cluster,
                                                    const model::Inventory &inventory);

/// A level, and what speaks against it.
struct LevelChoice {
    EvcLevel level;
    std::vector<model::Finding> findings;
};
/// The levels of the hosts' vendor that at least one host of the cluster has, oldest first: what a dialog offers. Of
/// hosts that emulate the CPU, those of both vendors.
[[nodiscard]] std::vector<LevelChoice> levelChoices(ClusterId cluster, const model::Inventory &inventory);
/// The newest that all the hosts have; empty when there is none.
[[nodiscard]] QString bestLevel(ClusterId cluster, const model::Inventory &inventory);

} // namespace core::migration
