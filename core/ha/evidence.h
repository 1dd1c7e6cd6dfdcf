// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ha/cluster.h"
#include "core/ha/records.h"

/// What a primary sees of a host, and what it makes of it.
namespace core::ha {

enum class StoreSight : std::uint8_t {
    Looking, ///< not long enough yet
    Fresh, ///< a heartbeat has changed
    Stale, ///< all could be read, and none has changed
    Unreadable, ///< one at least cannot be read, and none of the others has changed
};

struct Evidence {
    bool isHeard = false; ///< heartbeats arrive
    bool hasSession = false;
    bool answersPing = false;
    StoreSight store = StoreSight::Looking;
    bool saysIsolated = false; ///< in its heartbeat on a datastore
    bool isPowerOff = false; ///< its BMC said so twice
};

enum class Verdict : std::uint8_t {
    Live,
    PathBroken, ///< it lives, but coordination is out of its reach
    LinkBroken, ///< only its heartbeats fail to arrive
    AgentDown,
    Isolated,
    Partitioned,
    Dead, ///< as it seems: a proof is sought
    Contradiction, ///< its BMC says off, and it writes to its datastores
    Undecided,
};

/// From what is seen to what it means. Only Dead lets anybody think of starting machines elsewhere, and it is no proof.
[[nodiscard]] Verdict verdictOf(const Evidence &evidence);

} // namespace core::ha
