// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/events.h"
#include "core/ha/messages.h"

#include <optional>
#include <variant>

/// What goes into the machines and what comes out of them. They do nothing themselves: their driver performs the
/// actions, in order, and each result comes back as an input. A result may come late or never.
namespace core::ha {

// ---- what coordination is asked, and answers

/// Writes the owner of `vm` if its record still has the revision `expected` and, where `epoch` is not 0, the election
/// is still held with it. `expected` 0 writes nothing: it asks for the record.
struct OwnerWrite {
    VmRef vm = noVm;
    Revision expected{};
    Epoch epoch{};
    Owner next;
};
struct OwnerWritten {
    VmRef vm = noVm;
    Epoch epoch{}; ///< of the question
    bool isDone = false;
    Owner current; ///< afterwards
};
struct FenceWrite {
    HostRef host = noHost;
    Fence fence;
    Epoch epoch{};
};
struct QuarantineWrite {
    HostRef host = noHost;
    bool isQuarantined = false;
    Epoch epoch{};
};
/// Keeps the lease of session and election alive, or makes a new session where there is none.
struct Renew {
    Moment sentAt{};
    BootId boot{};
    bool isNew = false;
};
struct Renewed {
    Moment sentAt{};
    bool isAlive = false; ///< false: the lease is over
    bool isNew = false; ///< a session was made
};
/// Takes the election if nobody has it.
struct Campaign {};
struct Resign {
    Epoch epoch{};
};
/// Asks for everything: owners, fences, sessions, election.
struct ReadAll {};
struct Everything {
    HostRef primary = noHost;
    Epoch epoch{};
    std::vector<Owner> owners; ///< by machine
    std::vector<Fence> fences; ///< by host
    std::vector<BootId> sessions; ///< by host; 0: none
    std::vector<bool> quarantined; ///< by host
};
/// What the store tells by itself, as it happens, while it can be reached.
struct ElectionChanged {
    HostRef primary = noHost; ///< noHost: nobody
    Epoch epoch{};
};
struct SessionChanged {
    HostRef host = noHost;
    BootId boot{}; ///< 0: it is over
};
struct FenceWritten {
    HostRef host = noHost;
    Fence fence;
};
struct OwnerChanged { ///< for the primary
    VmRef vm = noVm;
    Owner owner;
};

// ---- datastores, network, power

struct WriteHeartbeat {
    StoreRef store = noStore;
    Moment sentAt{};
    StoreHeartbeat heartbeat;
};
struct HeartbeatWrittenOn {
    StoreRef store = noStore;
    Moment sentAt{};
};
struct ReadHeartbeats {
    HostRef host = noHost; ///< whose
    StoreRef store = noStore;
};
struct HeartbeatRead {
    HostRef host = noHost;
    StoreRef store = noStore;
    bool isReadable = false; ///< false: the datastore could not be read
    StoreHeartbeat heartbeat;
};
/// Does the host's network answer? noHost: the isolation address.
struct Ping {
    HostRef host = noHost;
};
struct Pong {
    HostRef host = noHost;
};
enum class PowerOrder : std::uint8_t { Off, Read };
struct OrderPower {
    HostRef host = noHost;
    PowerOrder order = PowerOrder::Read;
};
enum class PowerState : std::uint8_t { Unknown, On, Off };
struct PowerAnswer {
    HostRef host = noHost;
    PowerOrder order = PowerOrder::Read;
    PowerState state = PowerState::Unknown; ///< Unknown: the BMC did not answer
};
struct Send {
    HostRef to = noHost;
    Message message;
};
struct Received {
    HostRef from = noHost;
    Message message;
};

// ---- the host itself

struct FeedWatchdog {};
/// Written and flushed before the next action is performed.
struct Persist {
    VmRef vm = noVm; ///< whose entry has changed; noVm: boot or epoch
};
struct StartVm {
    VmRef vm = noVm;
    std::uint32_t generation = 0;
    Proof proof = Proof::None;
    std::uint16_t attempt = 0;
};
struct VmStarted {
    VmRef vm = noVm;
    bool isDone = false;
    Cause cause = Cause::None; ///< why not
};
enum class StopManner : std::uint8_t { ShutDown, Kill };
struct StopVm {
    VmRef vm = noVm;
    StopManner manner = StopManner::Kill;
    Cause cause = Cause::None;
};
struct ResetVm {
    VmRef vm = noVm;
    Cause cause = Cause::None;
};
struct MigrateVm {
    VmRef vm = noVm;
    HostRef to = noHost;
};
enum class Departure : std::uint8_t { Crashed, ShutDownByGuest, StoppedByUser, Stopped, Migrated };
/// It runs here no longer.
struct VmGone {
    VmRef vm = noVm;
    Departure how = Departure::Crashed;
};
struct VmArrived { ///< by migration; it runs
    VmRef vm = noVm;
};
struct MigrationFailed {
    VmRef vm = noVm;
};
/// A sign of life of the guest or its application was, or was not, seen.
struct GuestSeen {
    VmRef vm = noVm;
    bool isGuestAlive = true;
    bool isApplicationAlive = true;
};
enum class StoreState : std::uint8_t { Ok, AllPathsDown, PermanentLoss };
struct StoreChanged {
    StoreRef store = noStore;
    StoreState state = StoreState::Ok;
};
struct WatchdogChanged {
    WatchdogKind kind = WatchdogKind::None; ///< None: it failed its test
};
/// The driver's clock went by: once a second, and at the start.
struct Tick {};
/// What the hypervisor lists when the agent starts.
struct Started {
    struct Found {
        VmRef vm = noVm;
        bool isRunning = false;
        Departure how = Departure::Crashed; ///< of one that is not running and was
    };
    BootId boot{};
    Duration uptime{}; ///< of the host
    WatchdogKind watchdog = WatchdogKind::None;
    StoreMask stores = 0;
    std::vector<Found> vms; ///< in the order of their positions
};

using Action = std::variant<OwnerWrite, FenceWrite, QuarantineWrite, Renew, Campaign, Resign, ReadAll,
                            WriteHeartbeat, ReadHeartbeats, Ping, OrderPower, Send, FeedWatchdog, Persist,
                            StartVm, StopVm, ResetVm, MigrateVm, Event>;
using Input =
    std::variant<Tick, Started, OwnerWritten, Renewed, Everything, ElectionChanged, SessionChanged,
                 FenceWritten, OwnerChanged, HeartbeatWrittenOn, HeartbeatRead, Pong, PowerAnswer, Received,
                 VmStarted, VmGone, VmArrived, MigrationFailed, GuestSeen, StoreChanged, WatchdogChanged>;
using Actions = std::vector<Action>;

} // namespace core::ha
