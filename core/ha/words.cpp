// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/events.h"

namespace core::ha {

std::string_view wireName(EventKind kind)
{
    switch (kind) {
    case EventKind::PrimaryElected: return "primary-elected";
    case EventKind::PrimaryResigned: return "primary-resigned";
    case EventKind::HostLive: return "host-live";
    case EventKind::HostSuspect: return "host-suspect";
    case EventKind::HostDead: return "host-dead";
    case EventKind::HostIsolated: return "host-isolated";
    case EventKind::HostPartitioned: return "host-partitioned";
    case EventKind::HostAgentDown: return "host-agent-down";
    case EventKind::HostLinkBroken: return "host-link-broken";
    case EventKind::StorePathBroken: return "etcd-path-broken";
    case EventKind::HostContradiction: return "host-contradiction";
    case EventKind::HostQuarantined: return "host-quarantined";
    case EventKind::FenceOrdered: return "fence-ordered";
    case EventKind::FenceFailed: return "fence-failed";
    case EventKind::FenceProved: return "fence-proved";
    case EventKind::BrakeOn: return "brake-on";
    case EventKind::BrakeOff: return "brake-off";
    case EventKind::Disarmed: return "disarmed";
    case EventKind::WatchdogDegraded: return "watchdog-degraded";
    case EventKind::IsolationDeclared: return "isolation-declared";
    case EventKind::IsolationEnded: return "isolation-ended";
    case EventKind::IsolationHeld: return "isolation-held";
    case EventKind::IsolationResponse: return "isolation-response";
    case EventKind::VmAssigned: return "vm-assigned";
    case EventKind::VmStarted: return "vm-started";
    case EventKind::VmStartFailed: return "vm-start-failed";
    case EventKind::VmWaiting: return "vm-waiting";
    case EventKind::VmRestartedInPlace: return "vm-restarted-in-place";
    case EventKind::VmReset: return "vm-reset";
    case EventKind::VmReleased: return "vm-released";
    case EventKind::VmOff: return "vm-off";
    case EventKind::VmAttention: return "vm-attention";
    case EventKind::VmEvicted: return "vm-evicted";
    case EventKind::VmStorageLost: return "vm-storage-lost";
    case EventKind::VmStorageBack: return "vm-storage-back";
    case EventKind::VmMigrating: return "vm-migrating";
    case EventKind::VmMigrated: return "vm-migrated";
    case EventKind::VmRefused: return "vm-refused";
    case EventKind::VmDuplicateKilled: return "vm-duplicate-killed";
    case EventKind::CapacityShort: return "capacity-short";
    }
    return {};
}

std::string_view wireName(Waiting waiting)
{
    switch (waiting) {
    case Waiting::Nothing: return "nothing";
    case Waiting::Proof: return "proof";
    case Waiting::Storage: return "storage";
    case Waiting::Memory: return "memory";
    case Waiting::Cpu: return "cpu";
    case Waiting::Rule: return "rule";
    case Waiting::Dependency: return "dependency";
    case Waiting::Backoff: return "backoff";
    case Waiting::Host: return "host";
    case Waiting::Brake: return "brake";
    case Waiting::Disarmed: return "disarmed";
    }
    return {};
}

std::string_view wireName(Proof proof)
{
    switch (proof) {
    case Proof::None: return "none";
    case Proof::BmcOff: return "bmc-off";
    case Proof::StorageLease: return "storage-lease";
    case Proof::WatchdogElapsed: return "watchdog-elapsed";
    case Proof::HostSaidStopped: return "host-said-stopped";
    case Proof::StorageFence: return "storage-fence";
    case Proof::SameHost: return "same-host";
    }
    return {};
}

std::string_view wireName(Cause cause)
{
    switch (cause) {
    case Cause::None: return "none";
    case Cause::Crashed: return "crashed";
    case Cause::GuestHung: return "guest-hung";
    case Cause::ApplicationFailed: return "application-failed";
    case Cause::Isolated: return "isolated";
    case Cause::AllPathsDown: return "all-paths-down";
    case Cause::PermanentLoss: return "permanent-loss";
    case Cause::StartFailed: return "start-failed";
    case Cause::DiskLocked: return "disk-locked";
    case Cause::Asked: return "asked";
    case Cause::ShutDownByGuest: return "shut-down-by-guest";
    case Cause::StoppedByUser: return "stopped-by-user";
    case Cause::TooManyFailures: return "too-many-failures";
    case Cause::WatchdogFailed: return "watchdog-failed";
    }
    return {};
}

} // namespace core::ha
