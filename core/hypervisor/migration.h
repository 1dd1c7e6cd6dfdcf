// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/base/units.h"

#include <QString>

/// What the port says and is told of live migrations.
namespace core::hypervisor {

/// A running or paused VM to another host, its disks staying where they are. Both hosts must see them under the same
/// paths; that they do is the caller's to know, libvirt cannot tell a shared directory from a local one.
struct MigrationOrder {
    VmId vm;
    /// By which the source's daemon connects to the destination's, so that the migration survives us. Empty: it goes
    /// through our own connections to both, and ends when we do.
    QString peerUri;
    QString dataUri; ///< "tcp://10.77.1.2": where the memory goes; empty: where the destination thinks
    bool isPersistent = true; ///< the definition goes along
    bool autoConverge = true; ///< slow the guest down when its writes outrun the copy
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

    friend bool operator==(const MigrationFigures &, const MigrationFigures &) = default;
};

} // namespace core::hypervisor
