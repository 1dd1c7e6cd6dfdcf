// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/model/load.h"

#include <functional>

namespace views {

/// What an object that holds others adds up to.
struct Totals {
    int hosts = 0;
    int hostsConnected = 0;
    int vms = 0; ///< without templates
    int vmsRunning = 0;
    int templates = 0;
    /// Of the hosts beneath; where there are none (a pool, a VM folder), only the use of the VMs beneath is known and
    /// the capacities stay zero. Only hosts that answer and were measured count, so that use and capacity belong
    /// together.
    int measured = 0;
    core::MegaHertz cpuCapacity;
    core::MegaHertz cpuUsed;
    core::Bytes memory;
    core::Bytes memoryUsed;
};

using LoadOf = std::function<std::optional<core::model::Load>(const core::model::ObjectRef &)>;

/// Walks the whole inventory once or twice: some milliseconds with 40,000 VMs.
[[nodiscard]] Totals totalsOf(const core::model::ObjectRef &object, const core::model::Inventory &inventory,
                              const LoadOf &load);

} // namespace views
