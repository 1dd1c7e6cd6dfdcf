// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"

#include <QByteArray>

namespace core::hypervisor::libvirt {

/// The domain's XML with that named CPU, exactly; topology, NUMA cells and cache of the old one stay. The same bytes when
/// it has it already. Pure.
[[nodiscard]] Result<QByteArray> withCpuModel(const QByteArray &xml, const QString &model);

/// Writes it into the VM's definition, for its next start. Blocking: for the lanes of a host only.
[[nodiscard]] Result<void> setCpuModel(Link &link, VmId vm, QString model);

} // namespace core::hypervisor::libvirt
