// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/node.h"
#include "core/simulation/ha/scenario.h"

#include <limits>
#include <map>

/// What is true in the simulated data centre, whatever the agents believe.
namespace core::simulation {

struct SimHost {
    bool isOn = true;
    bool isUp = true; ///< booted, and not merely powered
    bool isPaused = false;
    bool isAgentAlive = true;
    std::uint32_t boot = 1;
    std::uint32_t run = 1; ///< of the agent's process: what was meant for an earlier one is lost
    ha::Moment upAt{}; ///< of this life
    // power and watchdog
    bool isBmcAlive = true;
    ha::WatchdogKind watchdog = ha::WatchdogKind::Hardware;
    bool isWatchdogSound = true;
    bool breaksOnResume = false; ///< a device that is counting while its host stands still does fire
    bool isWatchdogArmed = false;
    ha::Moment fedAt{};
    // paths
    bool isCut = false;
    int group = 0;
    std::vector<ha::StoreState> stores;
    std::vector<bool> canSend; ///< by receiving host
    // software
    ha::Node node;
    ha::Ledger disk;
    std::vector<std::size_t> deferred; ///< events that a paused host could not take
    bool isTickDeferred = false;
    // coordination's side of it
    bool hasSession = false;
    ha::BootId sessionBoot{};
    std::uint32_t sessionRun = 0;
    ha::Moment leaseEnds{};
    bool isLeaseWatched = false;
    bool hasMissedNews = false;
    ha::Moment toldAt{}; ///< when the newest answer of coordination arrives: they come in order
    ha::Moment askedAt{};
    std::vector<ha::Departure> lastDeparture; ///< by machine, of this life
    std::vector<ha::StoreHeartbeat> heartbeats; ///< by datastore: what lies there of this host
};

/// One QEMU process.
struct Instance {
    std::uint32_t id = 0;
    ha::HostRef host = ha::noHost;
    std::uint32_t boot = 0;
    bool isRunning = false; ///< false: starting
    bool isHung = false;
    bool isAppFailed = false;
    bool isGuestReady = false;
    bool isEnding = false;
    ha::HostRef movingTo = ha::noHost;
    ha::Moment since{};
};

struct StartRecord {
    ha::Moment at{};
    ha::HostRef host = ha::noHost;
    ha::Proof proof = ha::Proof::None;
    int attempt = 1;
};

struct SimVm {
    std::vector<Instance> instances;
    bool isWanted = true; ///< by its user
    ha::HostRef lastHost = ha::noHost;
    std::uint32_t lastBoot = 0;
    std::map<ha::HostRef, int> failingOn; ///< starts that still fail; noHost: anywhere
    std::vector<StartRecord> starts;
    int resets = 0;
};

/// Of SimEtcd::quorum: no majority of the members is together.
inline constexpr int noQuorum = std::numeric_limits<int>::min();

struct SimEtcd {
    bool isDown = false;
    int quorum = 0; ///< the group that has the majority
    Duration delay{};
    ha::HostRef leader = ha::noHost; ///< a member among the hosts; of members outside: none
    ha::Moment electedAt{}; ///< there is no leader before
    ha::HostRef primary = ha::noHost;
    std::uint32_t primaryRun = 0;
    std::uint64_t epoch = 0; ///< of the election key, 0: there is none
    std::uint64_t revision = 1;
    std::vector<ha::Owner> owners;
    std::vector<ha::Fence> fences;
    std::vector<bool> quarantined;
};

struct World {
    ha::Cluster cluster; ///< as the agents know it
    std::vector<SimHost> hosts;
    std::vector<SimVm> vms;
    SimEtcd etcd;

    [[nodiscard]] SimHost &host(ha::HostRef ref) { return hosts[ha::at(ref)]; }
    [[nodiscard]] const SimHost &host(ha::HostRef ref) const { return hosts[ha::at(ref)]; }
    [[nodiscard]] SimVm &vm(ha::VmRef ref) { return vms[ha::at(ref)]; }
    [[nodiscard]] const SimVm &vm(ha::VmRef ref) const { return vms[ha::at(ref)]; }

    /// Its programs run and can act.
    [[nodiscard]] bool isAwake(ha::HostRef ref) const
    {
        return host(ref).isOn && host(ref).isUp && !host(ref).isPaused;
    }
    [[nodiscard]] bool reaches(ha::HostRef from, ha::HostRef to) const
    {
        if (from == to)
            return true;
        const SimHost &a = host(from);
        const SimHost &b = host(to);
        return !a.isCut && !b.isCut && a.group == b.group && a.canSend[ha::at(to)] && b.isOn && b.isUp;
    }
};

} // namespace core::simulation
