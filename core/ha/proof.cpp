// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/proof.h"

#include <algorithm>

namespace core::ha {

bool provesOff(const PowerSight &sight)
{
    return sight.isOrderedOff && sight.offReads >= 2 && !sight.isStoreFresh;
}

bool provesFired(const SilenceSight &sight, const Timings &timings, Moment now)
{
    return sight.watchdog == WatchdogKind::Hardware && sight.reported == sight.known
        && now - sight.watchedSince >= timings.petting + timings.watchdog + timings.margin;
}

bool mayRun(Condition condition)
{
    switch (condition) {
    case Condition::Running:
    case Condition::Starting:
    case Condition::StorageLost:
    case Condition::Stopping: return true;
    case Condition::Absent:
    case Condition::Off:
    case Condition::Released:
    case Condition::Attention: return false;
    }
    return true;
}

const VmReport *find(const HostReport *report, VmRef vm)
{
    if (!report)
        return nullptr;
    const auto found = std::ranges::lower_bound(report->vms, vm, {}, &VmReport::vm);
    return found != report->vms.end() && found->vm == vm ? &*found : nullptr;
}

Proof goneFrom(const HostSight &host, VmRef vm, BootId boot, std::uint32_t generation)
{
    if (host.fence.proof != Proof::None && host.fence.boot >= boot)
        return host.fence.proof;
    if (!host.report || host.report->boot < boot)
        return Proof::None;
    const VmReport *said = find(host.report, vm);
    if (host.report->boot > boot)
        return said && mayRun(said->condition) ? Proof::None : Proof::HostSaidStopped;
    const bool isReleased = said && said->condition == Condition::Released && said->generation == generation;
    return isReleased ? Proof::HostSaidStopped : Proof::None;
}

Proof proofFor(const Owner &owner, VmRef vm, const HostSight &host, const HostSight &destination)
{
    switch (owner.phase) {
    case Phase::Stopped:
    case Phase::Wanted: return Proof::HostSaidStopped; // the owner itself wrote, or said, so
    case Phase::Assigned:
        return owner.proof; // not taken yet; whoever takes it must find the record unchanged
    case Phase::Starting:
    case Phase::Running: return goneFrom(host, vm, owner.boot, owner.generation);
    case Phase::Migrating: {
        const Proof source = goneFrom(host, vm, owner.boot, owner.generation);
        const Proof other = goneFrom(destination, vm, owner.toBoot, owner.generation);
        return other == Proof::None ? Proof::None : source;
    }
    }
    return Proof::None;
}

} // namespace core::ha
