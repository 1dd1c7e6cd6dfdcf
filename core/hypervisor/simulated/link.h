// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/simulated/connector.h"
#include "core/hypervisor/simulated/diskcopies.h"
#include "core/hypervisor/simulated/filestore.h"
#include "core/hypervisor/simulated/migrations.h"

/// What the calls of one simulated connection share. They hold it themselves, so destroying the connection
/// under a call is harmless.
namespace core::hypervisor {

struct Link {
    simulation::World *world = nullptr;
    Clock *clock = nullptr;
    SimulatedTiming timing;
    HostId host;
    QString name;
    std::shared_ptr<FaultPlan> faults;
    std::shared_ptr<SimulatedMigrations> migrations; ///< of the whole world
    std::shared_ptr<SimulatedFileStore> files; ///< of the whole world
    std::shared_ptr<SimulatedDiskCopies> diskCopies; ///< of the whole world

    Hypervisor::Listener listener;
    std::vector<HostEvent> events; ///< not yet told
    std::unique_ptr<Clock::Timer> telling;
    bool lost = false; ///< cut off: calls fail
    bool closed = false; ///< its Hypervisor is destroyed: calls under way never answer
    simulation::World::Subscription subscription;
};

/// Tells the listener soon, not from here.
void announce(const std::shared_ptr<Link> &link, HostEvent event);

/// What every call begins with: the connection stands, no fault is planned, and `delay` has passed.
Task<> admit(std::shared_ptr<Link> link, const char *verb, VmId vm, Duration delay);
/// Whether the connection stands, for a call that goes on.
[[nodiscard]] Result<void> admitted(const Link &link);

} // namespace core::hypervisor
