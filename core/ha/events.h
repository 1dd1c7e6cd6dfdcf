// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/records.h"

#include <string_view>

/// What is told to people, as data: the decision and its reason.
namespace core::ha {

enum class EventKind : std::uint8_t {
    PrimaryElected,
    PrimaryResigned,
    HostLive,
    HostSuspect,
    HostDead,
    HostIsolated,
    HostPartitioned,
    HostAgentDown,
    HostLinkBroken, ///< its heartbeats do not arrive, but its session lives
    StorePathBroken, ///< coordination is out of its reach, its heartbeats arrive
    HostContradiction, ///< its BMC says off, its heartbeat on a datastore goes on
    HostQuarantined,
    FenceOrdered,
    FenceFailed,
    FenceProved,
    BrakeOn, ///< so many hosts are silent at once that the observer doubts itself
    BrakeOff,
    Disarmed, ///< something failed and nothing is done about it
    WatchdogDegraded,
    IsolationDeclared,
    IsolationEnded,
    IsolationHeld, ///< no response: nobody is left who could start the machines
    IsolationResponse,
    VmAssigned,
    VmStarted,
    VmStartFailed,
    VmWaiting,
    VmRestartedInPlace,
    VmReset,
    VmReleased,
    VmOff,
    VmAttention,
    VmEvicted,
    VmStorageLost,
    VmStorageBack,
    VmMigrating,
    VmMigrated,
    VmRefused, ///< a user's start or migration was not possible
    VmDuplicateKilled,
    CapacityShort, ///< admission: after the loss of `host` not everything could be started
};

/// What a machine, or a decision about a host, waits for.
enum class Waiting : std::uint8_t {
    Nothing,
    Proof, ///< that its old host no longer runs it
    Storage,
    Memory,
    Cpu,
    Rule,
    Dependency,
    Backoff, ///< the next try
    Host, ///< no host is available
    Brake,
    Disarmed,
};

/// `amount` is what the kind counts: seconds of silence, an attempt, an epoch, machines without room.
struct Event {
    EventKind kind{};
    HostRef host = noHost;
    VmRef vm = noVm;
    Proof proof = Proof::None;
    Cause cause = Cause::None;
    Waiting waiting = Waiting::Nothing;
    std::int64_t amount = 0;
};

[[nodiscard]] std::string_view wireName(EventKind kind);
[[nodiscard]] std::string_view wireName(Waiting waiting);
[[nodiscard]] std::string_view wireName(Proof proof);
[[nodiscard]] std::string_view wireName(Cause cause);

} // namespace core::ha
