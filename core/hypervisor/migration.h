// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/base/units.h"

#include <QString>

#include <vector>

/// What the port says and is told of live migrations.
namespace core::hypervisor {

/// Where one disk of a VM is from now on.
struct DiskPlace {
    QString disk; ///< its target: "vda"
    QString path;
    QString format; ///< raw, qcow2

    friend bool operator==(const DiskPlace &, const DiskPlace &) = default;
};

/// What changes in a VM's definition when its files are elsewhere.
struct Relocation {
    std::vector<DiskPlace> disks; ///< those that are not named stay
    QString nvram; ///< the path of the firmware's memory; empty: it stays

    [[nodiscard]] bool isEmpty() const { return disks.empty() && nvram.isEmpty(); }
};

/// A running or paused VM to another host. Both hosts must see the disks that stay under the same paths; that they do is
/// the caller's to know, libvirt cannot tell a shared directory from a local one.
struct MigrationOrder {
    VmId vm;
    /// By which the source's daemon connects to the destination's, so that the migration survives us. Empty: it goes
    /// through our own connections to both, and ends when we do.
    QString peerUri;
    QString dataUri; ///< "tcp://10.77.1.2": where the memory goes; empty: where the destination thinks
    bool isPersistent = true; ///< the definition goes along
    bool autoConverge = true; ///< slow the guest down when its writes outrun the copy
    bool mayPostCopy = false; ///< startPostCopy() may be called on the way
    /// Copied along, before the memory. The files are there already on the destination, empty and as large as the guest's
    /// disks.
    std::vector<DiskPlace> disks;
};

/// How far a live migration is, or how it was when it has ended.
struct MigrationFigures {
    int pass = 0; ///< over the memory; the first is 1, 0: not yet begun
    Bytes total;
    Bytes remaining; ///< of this pass
    Bytes transferred;
    Bytes perSecond; ///< copied
    Bytes dirtiedPerSecond;
    Duration elapsed{};
    Duration downtime{}; ///< under way: as it would be now; ended: as it was
    int throttlePercent = 0;
    Bytes diskTotal; ///< of the disks that are copied along; zero: none are
    Bytes diskCopied;

    friend bool operator==(const MigrationFigures &, const MigrationFigures &) = default;
};

/// A disk of a running VM that is being copied to another file, while the guest's writes go to both.
struct DiskCopy {
    QString disk;
    QString path; ///< of the copy
    Bytes total;
    Bytes copied;
    bool isReady = false; ///< both are the same from now on

    friend bool operator==(const DiskCopy &, const DiskCopy &) = default;
};

} // namespace core::hypervisor
