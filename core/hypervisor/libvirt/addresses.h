// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"

namespace core::hypervisor::libvirt {

/// What a guest's interfaces have, as libvirt lists them, in the order they are shown: IPv4 before IPv6, without
/// loopback and link-local ones. Pure.
[[nodiscard]] std::vector<QString> presentable(const std::vector<QString> &addresses);

/// Finds out a VM's addresses and remembers them: true when they are new. Asks the guest's agent, if it has one, and
/// else whoever saw it on the network. An agent that hangs takes 5 s and more: for the lane of the slow only.
[[nodiscard]] Result<bool> learnAddresses(Link &link, VmId vm, bool hasAgent);

} // namespace core::hypervisor::libvirt
