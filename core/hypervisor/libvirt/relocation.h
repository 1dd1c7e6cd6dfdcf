// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hypervisor/migration.h"

#include <QByteArray>

namespace core::hypervisor::libvirt {

/// What becomes of zeros that are written to the disks that move. As they are: as the definition says. Unmapped: they take
/// no room, which a copy through QEMU needs so that thin disks stay thin.
enum class Zeros { AsTheyAre, Unmapped };

/// libvirt's definition of a domain, with its files elsewhere. Pure. `base.not-found` when it has no such disk.
[[nodiscard]] Result<QByteArray> relocated(const QByteArray &xml, const Relocation &relocation,
                                           Zeros zeros = Zeros::AsTheyAre);

} // namespace core::hypervisor::libvirt
