// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/scope.h"
#include "core/hypervisor/hypervisor.h"
#include "core/orchestrator/liveinventory.h"
#include "core/resources/clusterpools.h"

namespace core::orchestrator {

/// Tells hosts how to divide their CPUs, so that VMs get what their pools entitle them to. Pools span hosts, so each VM
/// is told its own weight, anew each minute and only where it changes. Hosts that cannot do it are known.
class PoolEnforcement
{
public:
    using HypervisorOf = std::function<std::shared_ptr<hypervisor::Hypervisor>(HostId)>;

    PoolEnforcement(Clock &clock, LiveInventory &inventory);

    void setHypervisorOf(HypervisorOf hypervisorOf) { m_hypervisorOf = std::move(hypervisorOf); }
    void start();
    /// Hosts of the cluster that were told and cannot.
    [[nodiscard]] std::vector<HostId> withoutControl(ClusterId cluster) const;

private:
    struct Told {
        HostId host;
        hypervisor::CpuScheduling scheduling;
    };

    void tick();
    void divide(const model::ObjectRef &root);
    static Task<> tell(PoolEnforcement *self, VmId vm, HostId host, hypervisor::CpuScheduling scheduling);
    [[nodiscard]] bool isNews(VmId vm, HostId host, const hypervisor::CpuScheduling &scheduling) const;

    Clock &m_clock;
    LiveInventory &m_inventory;
    HypervisorOf m_hypervisorOf;
    QHash<VmId, Told> m_told;
    QHash<HostId, Monotonic> m_unable; ///< and when they are asked again
    std::unique_ptr<Clock::Timer> m_timer;
    Scope m_scope;
};

} // namespace core::orchestrator
