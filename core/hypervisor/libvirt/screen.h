// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"

/// Blocking: for the lanes of a host only.
namespace core::hypervisor::libvirt {

/// A connection to the VM's VNC display, passed to us by the daemon: only one on this machine can.
[[nodiscard]] Result<OwnedFd> openLocalScreen(Link &link, VmId vm);

} // namespace core::hypervisor::libvirt
