// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"
#include "core/hypervisor/vmorder.h"

namespace core::hypervisor::libvirt {

/// Changes a VM's definition; what a running one can change at once it does.
[[nodiscard]] Result<void> configureVm(Link &link, VmId vm, VmSettings settings);

} // namespace core::hypervisor::libvirt
