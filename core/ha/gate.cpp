// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/gate.h"

#include <algorithm>
#include <bit>

namespace core::ha {

namespace {

void write(Gate &gate, const Cluster &cluster, Moment now, Actions &actions)
{
    if (!gate.report)
        return;
    ++gate.beat;
    gate.wroteAt = now;
    for (StoreMask left = cluster.heartbeatStores[at(gate.self)]; left != 0; left &= left - 1)
        actions.push_back(WriteHeartbeat{.store = storeRef(static_cast<std::size_t>(std::countr_zero(left))),
                                         .sentAt = now,
                                         .heartbeat = {gate.beat, gate.boot, gate.report}});
}

} // namespace

void start(Gate &gate, HostRef self, BootId boot)
{
    gate = Gate{.self = self, .boot = boot, .report = {}};
}

void publish(Gate &gate, const Cluster &cluster, HostReportPtr report, Moment now, Actions &actions)
{
    gate.report = std::move(report);
    write(gate, cluster, now, actions);
}

void renewed(Gate &gate, Moment sentAt)
{
    gate.renewed = std::max(gate.renewed, sentAt);
    gate.isArmed = true;
}

void tick(Gate &gate, const Cluster &cluster, Moment now, Actions &actions)
{
    const Timings &timings = cluster.policy.timings;
    // One that was not confirmed is written again at once: the path may be back.
    const bool isOverdue = now - gate.renewed >= timings.storeHeartbeat + timings.heartbeat;
    if (now - gate.wroteAt >= timings.storeHeartbeat || isOverdue)
        write(gate, cluster, now, actions);
    // From here on the watchdog's time runs: whoever has watched all channels since then knows when it ends.
    if (gate.isArmed && now - gate.renewed < timings.petting)
        actions.push_back(FeedWatchdog{});
}

} // namespace core::ha
