// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"

namespace core::hypervisor::libvirt {

/// Blocking: for the lanes of a host only. Of a domain that runs; it holds until it stops.
[[nodiscard]] Result<void> setCpuScheduling(Link &link, VmId vm, CpuScheduling scheduling);

} // namespace core::hypervisor::libvirt
