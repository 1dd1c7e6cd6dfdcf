// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/refs.h"

#include <memory>
#include <vector>

/// What is written down: in the coordination store, on datastores and on a host's own disk.
namespace core::ha {

/// Why it is certain that an older copy of a machine no longer runs.
enum class Proof : std::uint8_t {
    None,
    BmcOff, ///< the power was ordered off and twice read off afterwards
    StorageLease, ///< its storage lease was acquired, which proves that its holder's watchdog has fired
    WatchdogElapsed, ///< its host was silent on every channel for longer than its armed watchdog waits
    HostSaidStopped, ///< its host, in the same life or a later one, says so
    StorageFence, ///< the storage no longer takes the host's writes
    SameHost, ///< its own host starts it again
};

enum class WatchdogKind : std::uint8_t { None, Soft, Hardware };

enum class Phase : std::uint8_t {
    Stopped, ///< on purpose, by its guest or a user: nobody starts it unasked
    Wanted, ///< stopped, and a user has asked for it: whoever is primary starts it
    Assigned, ///< given to `host`, which has not taken it yet: it runs nowhere
    Starting, ///< `host` has taken it and may be starting it
    Running,
    Migrating, ///< it is `host`'s until `to` says that it runs there
};

/// Who owns a machine: only `host`, in its life `boot`, may run it.
struct Owner {
    HostRef host = noHost;
    BootId boot{};
    std::uint32_t generation = 0; ///< + 1 each time it is given to a host
    Phase phase = Phase::Stopped;
    HostRef to = noHost; ///< of a migration
    BootId toBoot{};
    Proof proof = Proof::None; ///< with which it was given
    std::uint16_t attempts = 0; ///< starts tried since it last ran
    Revision revision{}; ///< of this record; the store sets it
};

/// Lives up to `boot` of a host are over.
struct Fence {
    BootId boot{};
    Proof proof = Proof::None;
};

/// What a host says of a machine that was given to it.
enum class Condition : std::uint8_t {
    Absent, ///< not here, and nothing is promised
    Running,
    Starting, ///< also again, in place
    StorageLost, ///< it is there, and waits for its datastore
    Stopping, ///< is shut down because the host is isolated or has lost the storage
    Off, ///< stopped by its guest or a user
    Released, ///< stopped, and this host promises not to start it again in this generation
    Attention, ///< stopped: it has failed too often
};

/// Why a machine is as it is.
enum class Cause : std::uint8_t {
    None,
    Crashed,
    GuestHung,
    ApplicationFailed,
    Isolated,
    AllPathsDown,
    PermanentLoss,
    StartFailed,
    DiskLocked,
    Asked,
    ShutDownByGuest,
    StoppedByUser,
    TooManyFailures,
    WatchdogFailed, ///< the host is unseen, and its watchdog would not end it
};

struct VmReport {
    VmRef vm = noVm;
    std::uint32_t generation = 0;
    Condition condition = Condition::Absent;
    Cause cause = Cause::None;
    bool isGuestReady = false;

    friend bool operator==(const VmReport &, const VmReport &) = default;
};

/// All that a host has to say of its machines at one moment; what is not listed does not run there.
struct HostReport {
    BootId boot{};
    std::uint64_t sequence = 0; ///< greater is newer, within one life
    WatchdogKind watchdog = WatchdogKind::None; ///< armed and tested in this life
    bool isIsolated = false;
    StoreMask stores = 0; ///< that it can write to
    std::vector<VmReport> vms;
};
using HostReportPtr = std::shared_ptr<const HostReport>;

/// The heartbeat that a host leaves on a datastore.
struct StoreHeartbeat {
    std::uint32_t beat = 0; ///< + 1 with each
    BootId boot{};
    HostReportPtr report;
};

/// On a host's own disk: what it must not forget when its agent dies.
struct Ledger {
    BootId boot{};
    Epoch epoch{}; ///< the greatest it ever obeyed
    std::uint32_t agentStarts = 0;
    struct Entry {
        std::uint32_t generation = 0; ///< 0: it was never given to this host
        Condition condition = Condition::Absent;
        Cause cause = Cause::None;
    };
    std::vector<Entry> vms; ///< by machine
};

} // namespace core::ha
