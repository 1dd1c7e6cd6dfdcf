// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

/// Why a migration did not go as it should. Each says what is where. `vm`, `source` and `destination` are names.
namespace core::orchestrator::errors {

using namespace Qt::StringLiterals;

/// It could not be carried out; the VM is where it was, as it was. The reason is the detail.
inline constexpr ErrorCode MigrationFailed{"migration.failed"_L1, "vm source destination"_L1};
/// The same, since one of the two hosts was lost on the way.
inline constexpr ErrorCode HostLost{"migration.host-lost"_L1, "vm source destination host"_L1};
/// The guest writes faster than the network carries; it goes on where it was.
inline constexpr ErrorCode NotConverging{
    "migration.not-converging"_L1, "vm source destination passes dirtiedBytes copiedBytes remainingBytes"_L1};
/// Nothing came through the network any more, so it was ended; it goes on where it was.
inline constexpr ErrorCode Stalled{"migration.stalled"_L1, "vm source destination network seconds"_L1};
/// It works on the destination; the source does not answer, so what it keeps of the VM could not be removed.
inline constexpr ErrorCode SourceSilent{"migration.source-silent"_L1, "vm source destination"_L1};
/// It works on the destination; its definition is still on the source.
inline constexpr ErrorCode SourceNotCleaned{"migration.source-not-cleaned"_L1, "vm source destination"_L1};
/// It was off, and is registered on both hosts now.
inline constexpr ErrorCode RegisteredTwice{"migration.registered-twice"_L1, "vm source destination"_L1};
/// It was powered off or crashed while it migrated; `host` has it.
inline constexpr ErrorCode VmEnded{"migration.vm-ended"_L1, "vm host"_L1};
/// Neither host has it any more.
inline constexpr ErrorCode VmGone{"migration.vm-gone"_L1, "vm source destination"_L1};
/// Both hosts say that it is at work there.
inline constexpr ErrorCode RunsTwice{"migration.runs-twice"_L1, "vm source destination"_L1};
/// How it ended cannot be seen: `host` does not answer.
inline constexpr ErrorCode OutcomeUnknown{"migration.outcome-unknown"_L1, "vm source destination host"_L1};
/// Planned for a host that others have filled meanwhile.
inline constexpr ErrorCode HostCrowded{"drs.host-crowded"_L1, "vm host"_L1};

inline constexpr std::array all{MigrationFailed, HostLost,         NotConverging,   Stalled,
                                SourceSilent,    SourceNotCleaned, RegisteredTwice, VmEnded,
                                VmGone,          RunsTwice,        OutcomeUnknown,  HostCrowded};

} // namespace core::orchestrator::errors
