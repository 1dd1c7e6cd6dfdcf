// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/cluster.h"
#include "core/ha/records.h"

/// The rules that permit a machine to be started. Nothing else does: neither silence, nor an expired lease, nor time.
namespace core::ha {

/// What was seen of a host's BMC since its power was ordered off.
struct PowerSight {
    bool isOrderedOff = false; ///< by us, and the order was answered
    int offReads = 0; ///< one after the other, after that
    bool isStoreFresh = false; ///< the host still writes its heartbeat: then this BMC is another machine's
};
/// P1. A BMC that does not answer proves nothing, nor does the answer to the order itself.
[[nodiscard]] bool provesOff(const PowerSight &sight);

/// What was watched of a silent host. `watchedSince`: since then no channel has shown life and each could be watched
/// without a gap.
struct SilenceSight {
    WatchdogKind watchdog = WatchdogKind::None; ///< as its newest report says
    BootId reported{}; ///< the life that report is from
    BootId known{}; ///< the newest life that is known of
    Moment watchedSince{};
};
/// P3: an armed hardware watchdog that nobody feeds has fired by now.
[[nodiscard]] bool provesFired(const SilenceSight &sight, const Timings &timings, Moment now);

struct HostSight {
    Fence fence;
    const HostReport *report = nullptr; ///< the newest; absent: none
};
/// Does something prove that `vm`, given to this host in its life `boot` as `generation`, does not run there and will
/// not be started there? Its own word (P4) counts for the same life if it released that generation, and for any
/// earlier life if it does not list it as running.
[[nodiscard]] Proof goneFrom(const HostSight &host, VmRef vm, BootId boot, std::uint32_t generation);

/// The proof for a machine by its owner record. A migrating machine may be on either host, so both must be proved;
/// `destination` has to be asked after the source was.
[[nodiscard]] Proof proofFor(const Owner &owner, VmRef vm, const HostSight &host,
                             const HostSight &destination);

/// What a report says of a machine; nullptr: nothing.
[[nodiscard]] const VmReport *find(const HostReport *report, VmRef vm);
[[nodiscard]] bool mayRun(Condition condition);

} // namespace core::ha
