// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/cluster.h"
#include "core/ha/io.h"

/// The smallest part of an agent, a process of its own: it leaves the host's heartbeat on datastores and feeds the
/// watchdog, but only while others can see this host alive. It goes on when the main agent is dead.
namespace core::ha {

struct Gate {
    HostRef self = noHost;
    BootId boot{};
    std::uint32_t beat = 0;
    Moment renewed = never; ///< when the newest confirmed sign of life was sent, on any channel
    Moment wroteAt = never;
    HostReportPtr report; ///< what the main agent last said
    bool isArmed = false; ///< from the first confirmed sign of life
};

/// A new life of the host. The watchdog is fed once a sign of life was confirmed.
void start(Gate &gate, HostRef self, BootId boot);
/// The main agent has something new to say: it is written at once.
void publish(Gate &gate, const Cluster &cluster, HostReportPtr report, Moment now, Actions &actions);
/// A sign of life that was sent at `sentAt` is known to have arrived: a heartbeat written, one acknowledged by the
/// primary, a session renewed. These are the channels on which a primary looks, and no others count.
void renewed(Gate &gate, Moment sentAt);
/// Once a second.
void tick(Gate &gate, const Cluster &cluster, Moment now, Actions &actions);

} // namespace core::ha
