// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drs/picture.h"
#include "core/orchestrator/performanceboard.h"

namespace core::orchestrator {

/// What is known of the cluster's VMs and hosts from the last minute's readings.
[[nodiscard]] drs::Surroundings measuresOf(ClusterId cluster, const model::Inventory &inventory,
                                           PerformanceBoard &performance, Instant now);

/// On which hosts of the cluster the VM could run, its own included: by the migration's checks, but for those of what
/// changes by itself. To be asked of many VMs: those that are alike are judged once.
class Compatibility
{
public:
    Compatibility(ClusterId cluster, const model::Inventory &inventory);
    /// A pair is left out for a while, since it has failed.
    void exclude(VmId vm, HostId host) { m_excluded.emplace_back(vm, host); }
    [[nodiscard]] std::vector<HostId> of(const model::Vm &vm);

private:
    [[nodiscard]] std::vector<HostId> judged(const model::Vm &vm) const;

    model::Inventory m_inventory;
    std::vector<HostId> m_hosts;
    std::vector<std::pair<VmId, HostId>> m_excluded;
    QHash<QByteArray, std::vector<HostId>> m_known;
};

} // namespace core::orchestrator
