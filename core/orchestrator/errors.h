// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

/// Why a migration did not go as it should, and what became of a VM that was to be made or removed. Each says what is where. `vm`, `source` and `destination` are names.
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

/// A file could not be copied to the datastore; the VM is where it was, as it was. The reason is the detail.
inline constexpr ErrorCode CopyFailed{"migration.copy-failed"_L1, "vm source destination datastore"_L1};
/// The same, since the datastore is full.
inline constexpr ErrorCode NoRoom{"migration.no-room"_L1, "vm source destination datastore"_L1};
/// A copy reads otherwise than the file that it was made of.
inline constexpr ErrorCode CopyDiffers{"migration.copy-differs"_L1, "path"_L1};
/// The disk holds only what differs from another file, which does not come along.
inline constexpr ErrorCode DiskBuildsOn{"migration.disk-builds-on"_L1, "disk path"_L1};
/// Another VM uses one of the files that are to move.
inline constexpr ErrorCode DiskUsedByOther{"migration.disk-used-by-other"_L1, "vm other"_L1};
/// It did not move, and what was copied could not be removed again. The first reason is the detail.
inline constexpr ErrorCode FilesLeft{"migration.files-left"_L1, "vm source destination host paths"_L1};
/// It moved, and its files could not be removed from where they were.
inline constexpr ErrorCode SourceFilesLeft{"migration.source-files-left"_L1,
                                           "vm source destination paths"_L1};
/// Some of its disks are on the other datastore, others could not be switched over.
inline constexpr ErrorCode HalfSwitched{"migration.half-switched"_L1, "vm source destination disks"_L1};

// Of VMs that are made and removed. `name` is the VM's.
inline constexpr ErrorCode DirectoryTaken{"vm.directory-taken"_L1, "path"_L1};
/// It was undone. The reason is the detail.
inline constexpr ErrorCode NotCreated{"vm.not-created"_L1, "name"_L1};
/// Not all of it could be undone: something is left at `path`.
inline constexpr ErrorCode NotCreatedRemains{"vm.not-created-remains"_L1, "name path"_L1};
/// The VM is gone, some of its files could not be deleted.
inline constexpr ErrorCode FilesRemain{"vm.files-remain"_L1, "name paths"_L1};
inline constexpr ErrorCode NoDefinition{"vm.no-definition"_L1, "path"_L1};

inline constexpr std::array all{
    MigrationFailed,  HostLost,        NotConverging,     Stalled,         SourceSilent,
    SourceNotCleaned, RegisteredTwice, VmEnded,           VmGone,          RunsTwice,
    OutcomeUnknown,   HostCrowded,     CopyFailed,        NoRoom,          CopyDiffers,
    DiskBuildsOn,     DiskUsedByOther, FilesLeft,         SourceFilesLeft, HalfSwitched,
    DirectoryTaken,   NotCreated,      NotCreatedRemains, FilesRemain,     NoDefinition};

} // namespace core::orchestrator::errors
