// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/hypervisor/hypervisor.h"
#include "core/simulation/world.h"

#include <QHash>

namespace core::hypervisor {

/// The copies of disks of running VMs in a simulated world: a gigabyte in a second, then ready. One thread, the clock's.
class SimulatedDiskCopies
{
public:
    SimulatedDiskCopies(simulation::World *world, Clock *clock) : m_world(world), m_clock(clock) {}

    Result<void> start(VmId vm, HostId host, const DiskPlace &place);
    [[nodiscard]] Result<std::vector<DiskCopy>> of(VmId vm, HostId host) const;
    Result<void> switchTo(VmId vm, HostId host, const QString &disk);
    Result<void> end(VmId vm, HostId host, const QString &disk);

private:
    struct Copy {
        DiskPlace place;
        Bytes total;
        Monotonic began{};
    };
    /// A VM that was powered off meanwhile has none.
    [[nodiscard]] const Copy *find(VmId vm, HostId host) const;

    simulation::World *m_world;
    Clock *m_clock;
    QHash<VmId, Copy> m_copies; ///< simulated VMs have one disk
};

} // namespace core::hypervisor
