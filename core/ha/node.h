// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/primary.h"

/// One agent's process: agent, gate, and, while it holds the election, primary.
namespace core::ha {

struct Node {
    Agent agent;
    Gate gate;
    Primary primary; ///< of value only while agent.isPrimary
    bool hasTerm = false;
};

/// A new agent process. What was on disk is all it knows; the gate may have gone on without it.
[[nodiscard]] Agent newAgent(HostRef self, Ledger ledger, const Cluster &cluster);

/// One input. The actions are appended, to be performed in their order; nothing else has an effect.
/// @param now of this host's clock, never before the last one
void step(Node &node, const Cluster &cluster, const Input &input, Moment now, Actions &actions);

} // namespace core::ha
