// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/cluster.h"
#include "core/ha/gate.h"
#include "core/ha/io.h"

#include <array>

/// The main agent of one host: its session and candidature, its machines, its guests, its storage, its isolation.
/// It decides nothing about other hosts. Loss of coordination alone never stops a machine.
namespace core::ha {

/// What the agent is about to write into a machine's owner record. Repeated until the record answers.
enum class Errand : std::uint8_t {
    None,
    Claim, ///< take what was assigned; only then it is started
    SayRunning,
    SayStopped,
    Adopt, ///< it came by migration
    SayStayed, ///< its migration failed
};

struct LocalVm {
    std::uint32_t generation = 0;
    Condition condition = Condition::Absent;
    Cause cause = Cause::None;
    bool isGuestReady = false;
    bool isMigrating = false;
    Owner record; ///< as last seen
    Errand errand = Errand::None;
    Moment askedAt = never;
    Moment startedAt = never;
    Moment stopBy = never; ///< of a shutdown: then it is killed; never: it is not being shut down
    Moment guestSilent = never; ///< since when its guest gives no sign of life; never: it gives one
    Moment appSilent = never;
    std::array<Moment, 3> failures{never, never, never}; ///< the last three in place
    bool isGivenUp = false; ///< its guest was reset often enough
};

struct PeerSight { ///< of another host's heartbeat on a datastore, read while this host is isolated
    std::uint32_t beat = 0;
    Moment changedAt = never;
    bool isIsolated = false;
};

struct Agent {
    HostRef self = noHost;
    BootId boot{};
    bool isStarted = false;
    WatchdogKind watchdog = WatchdogKind::None;
    bool hasWatchdogFailed = false; ///< in this life, after others were told that it is armed
    StoreMask stores = 0;
    std::vector<StoreState> storeStates;
    std::vector<Moment> storeLostAt;
    Ledger ledger; ///< the driver writes it to disk at each Persist
    std::vector<LocalVm> vms;
    // session and election
    bool hasSession = false;
    Moment confirmed = never; ///< when the newest confirmed renewal was sent
    Moment slowAt = never; ///< when coordination was last seen slow
    HostRef primary = noHost; ///< as last heard
    Epoch epoch{}; ///< of that primary
    bool isPrimary = false;
    Epoch resigning{}; ///< given up, but perhaps still held in the store; 0: none
    Moment campaignAt = never; ///< never: it is no candidate
    // who hears whom
    Moment heardAt = never; ///< anybody at all
    Moment ackedAt = never; ///< the primary
    std::uint16_t nextPing = 0;
    bool isIsolated = false;
    Moment isolatedAt = never;
    bool hasResponded = false;
    bool isHeld = false;
    std::vector<PeerSight> peers;
    // what is told
    bool isChanged = false;
    std::uint64_t sequence = 0; ///< goes on from one agent to the next
    HostReportPtr report;
};

/// One process of one host. `cluster` may be replaced between two inputs; lists only grow.
struct AgentContext {
    Agent &agent;
    Gate &gate;
    const Cluster &cluster;
    Moment now;
    Actions &actions;

    [[nodiscard]] const Timings &timings() const { return cluster.policy.timings; }
    void tell(Event event) const { actions.push_back(event); }
    [[nodiscard]] LocalVm &local(VmRef vm) const { return agent.vms[at(vm)]; }
};

// session.cpp
void beginSession(const AgentContext &c);
void tickSession(const AgentContext &c);
/// Whoever could not confirm his lease in time is no primary any more; asked before anything else.
void checkLease(const AgentContext &c);
void onRenewed(const AgentContext &c, const Renewed &reply);
void onElection(const AgentContext &c, const ElectionChanged &news);
void onEverything(const AgentContext &c, const Everything &all);

// localvms.cpp: starting, stopping, promising
void beginVms(const AgentContext &c, const Started &found);
void tickVms(const AgentContext &c);
void onStartOrder(const AgentContext &c, const StartOrder &order);
void onReleaseOrder(const AgentContext &c, const ReleaseOrder &order);
void onMigrateOrder(const AgentContext &c, const MigrateOrder &order);
void onVmStarted(const AgentContext &c, const VmStarted &result);
void onVmGone(const AgentContext &c, const VmGone &news);
void onVmArrived(const AgentContext &c, const VmArrived &news);
void onMigrationFailed(const AgentContext &c, const MigrationFailed &news);
/// Stopped here for good in this generation: written down, then said.
void release(const AgentContext &c, VmRef vm, Cause cause);
/// A copy that is another host's by now is killed before anything else is done.
void killIfForeign(const AgentContext &c, VmRef vm, const Owner &owner);

// errands.cpp: the owner records
void run(const AgentContext &c, VmRef vm, Errand errand);
void onOwnerWritten(const AgentContext &c, const OwnerWritten &reply);

// guests.cpp
void onGuestSeen(const AgentContext &c, const GuestSeen &news);
void tickGuests(const AgentContext &c);

// storagewatch.cpp
void onStoreChanged(const AgentContext &c, const StoreChanged &news);
void onEvictOrder(const AgentContext &c, const EvictOrder &order);
void tickStorage(const AgentContext &c);

// isolation.cpp
/// Others may still believe in a watchdog that has failed since: then the agent does what the device would have done.
void tickWatchdog(const AgentContext &c);
void tickIsolation(const AgentContext &c);
void onPeerHeartbeat(const AgentContext &c, const HeartbeatRead &read);

// agent.cpp
void begin(const AgentContext &c, const Started &found);
void onTick(const AgentContext &c);
/// @return false: a message for the primary
bool onMessage(const AgentContext &c, const Received &received);
/// Says what has changed, to the primary and on the datastores. The last thing in each step.
void report(const AgentContext &c);

} // namespace core::ha
