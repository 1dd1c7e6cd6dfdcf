// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"

/// Blocking: for the lanes of a host only.
namespace core::hypervisor::libvirt {

/// A connection to the VM's VNC display, passed to us by the daemon: only one on this machine can. The VM's process
/// makes it: waits for ever for one that hangs.
[[nodiscard]] Result<OwnedFd> openLocalScreen(Link &link, VmId vm);

/// Where the display listens, as seen from the host: "address:port", or a socket's path.
[[nodiscard]] Result<QString> findScreen(Link &link, VmId vm);

/// Waits for the display's first word, without taking it: a tunnel is there before what it leads to.
[[nodiscard]] Result<void> awaitGreeting(Link &link, VmId vm, int fd);

} // namespace core::hypervisor::libvirt
