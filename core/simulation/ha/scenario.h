// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/cluster.h"
#include "core/ha/io.h"

/// A story for the simulator: a cluster, and what befalls it. The file `ha-scenario/1` holds one.
namespace core::simulation {

enum class Deed : std::uint8_t {
    PowerOff,
    PowerOn,
    Reset,
    BmcDead,
    BmcBack,
    NetworkCut,
    NetworkBack,
    Partition,
    Heal,
    LinkDown,
    LinkUp,
    StorageLost,
    StorageBack,
    HostPause,
    HostResume,
    AgentKill,
    AgentStart,
    EtcdDown,
    EtcdUp,
    EtcdSlow,
    ClockJump,
    WatchdogBroken,
    GuestCrash,
    GuestHang,
    GuestShutdown,
    AppFail,
    StartFails,
    VmPowerOn,
    VmPowerOff,
    VmMigrate,
    EnterMaintenance,
    ExitMaintenance,
    Disarm,
    Arm,
    AddHost,
    AddVm,
};

struct Step {
    ha::Moment at{};
    Deed deed{};
    ha::HostRef host = ha::noHost; ///< also `from`
    ha::HostRef to = ha::noHost;
    ha::VmRef vm = ha::noVm;
    ha::StoreRef store = ha::noStore;
    ha::StoreState loss = ha::StoreState::AllPathsDown; ///< of StorageLost
    double amount = 0; ///< s of delay or jump; times a start fails
    std::vector<std::vector<ha::HostRef>> groups; ///< of Partition
};

/// What the engine is not told of a host.
struct HostTruth {
    ha::WatchdogKind watchdog = ha::WatchdogKind::Hardware;
    bool hasEtcd = false;
};
struct VmTruth {
    ha::HostRef host = ha::noHost; ///< where it runs at the beginning
    Duration boot{5'000};
};

struct Scenario {
    std::string name;
    Duration until{300'000};
    ha::Cluster cluster; ///< hosts and machines that join later too, at the ends of the lists
    std::vector<HostTruth> hosts;
    std::vector<VmTruth> vms;
    std::vector<bool> locking; ///< by datastore: a second writer is refused
    std::size_t initialHosts = 0;
    std::size_t initialVms = 0;
    std::vector<Step> timeline; ///< in the order of time
};

} // namespace core::simulation
