// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/agent.h"
#include "core/ha/evidence.h"
#include "core/ha/placement.h"
#include "core/ha/proof.h"

/// The primary: what the agent that holds the election does besides. It watches the other hosts, seeks proofs, and gives
/// machines to hosts. What it must not forget is in the owner records; a successor begins with those.
namespace core::ha {

/// A heartbeat on one datastore, as read since its host fell silent.
struct StoreReading {
    StoreRef store = noStore;
    std::uint32_t beat = 0;
    BootId boot{};
    bool isReadable = false;
    Moment answeredAt = never; ///< the last read that was possible
    Moment watchedSince = never; ///< since then every read was possible and none showed a change
    Moment changedAt = never; ///< seen to have changed; never: not since the host fell silent
};

struct HostView {
    BootId boot{}; ///< the newest life that is known of
    HostReportPtr report; ///< the newest
    bool hasReport = false;
    Moment heardAt = never; ///< its last heartbeat, or when this primary began
    BootId session{};
    Moment sessionSeen = never; ///< until when there was one
    Verdict verdict = Verdict::Live;
    bool isSuspect = false;
    Moment suspectAt = never;
    Moment pongAt = never;
    std::vector<StoreReading> readings;
    // fencing
    Fence fence;
    bool isOrdered = false;
    PowerSight power;
    Moment orderedAt = never;
    Moment askedAt = never; ///< the BMC
    Moment fencedAt = never; ///< the proof was sent to the store
    bool isFailureTold = false;
    // behaviour
    std::array<Moment, 3> returns{never, never, never}; ///< from the dead
    bool isQuarantined = false;
    Moment quarantinedAt = never;
};

struct VmView {
    Owner owner;
    Moment writtenAt = never; ///< a write is under way since; never: none
    Moment orderedAt = never; ///< the last order to its host
    Moment assignedAt = never; ///< by this primary
    Moment retryAt = never; ///< not before
    std::uint16_t attempts = 0; ///< failed since it last ran
    HostRef avoided = noHost; ///< where it failed last
    std::uint32_t failedGeneration = 0; ///< counted in `attempts`
    bool isRequested = false; ///< a user wants it powered on; not written yet
    HostRef moveTo = noHost; ///< a user wants it moved
    Waiting waiting = Waiting::Nothing; ///< why it is not given to a host
    HostRef promised = noHost; ///< where the write under way puts it
    Moment lostStorageAt = never;
    Moment movableSince = never; ///< since when another host could run it
};

struct Primary {
    HostRef self = noHost;
    Epoch epoch{};
    Moment since{};
    Moment bootedAt = never; ///< of its own host's agent
    Moment tickedAt = never;
    Moment stalledAt = never; ///< it was itself held up, or coordination was
    bool isReady = false; ///< it has read everything
    bool isDirty = true; ///< something has changed that the plan depends on
    bool isBraking = false;
    bool isWaiting = false; ///< some machine waits
    std::vector<HostView> hosts;
    std::vector<VmView> vms;
};

struct PrimaryContext {
    Primary &primary;
    const Agent &agent; ///< of the same process
    const Cluster &cluster;
    Moment now;
    Actions &actions;

    [[nodiscard]] const Timings &timings() const { return cluster.policy.timings; }
    void tell(Event event) const { actions.push_back(event); }
    void order(HostRef host, Message message) const { actions.push_back(Send{host, std::move(message)}); }
    [[nodiscard]] HostView &view(HostRef host) const { return primary.hosts[at(host)]; }
};

/// Begins a term. Nothing is decided before everything was read.
void begin(Primary &primary, const Agent &agent, const Cluster &cluster, Moment now);

// primary.cpp
void step(const PrimaryContext &c, const Input &input);
void newReport(const PrimaryContext &c, HostRef host, const HostReportPtr &report);

// watch.cpp: who lives
void tickHosts(const PrimaryContext &c);
void onHeartbeat(const PrimaryContext &c, HostRef from, const Heartbeat &heartbeat);
void onHeartbeatRead(const PrimaryContext &c, const HeartbeatRead &read);
void onSession(const PrimaryContext &c, const SessionChanged &news);

// fencing.cpp: proofs about hosts
void seekProof(const PrimaryContext &c, HostRef host);
void onPower(const PrimaryContext &c, const PowerAnswer &answer);
void onFence(const PrimaryContext &c, const FenceWritten &news);
/// No channel on which the host could have shown life was out of sight since then; now: one is.
[[nodiscard]] Moment watchedSince(const PrimaryContext &c, HostRef host);

// planner.cpp: machines to hosts
void plan(const PrimaryContext &c);

} // namespace core::ha
