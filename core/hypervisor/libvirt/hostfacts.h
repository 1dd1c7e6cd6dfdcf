// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"

/// Blocking: for the lanes of a host only.
namespace core::hypervisor::libvirt {

[[nodiscard]] Result<model::Host> readHost(Link &link);
[[nodiscard]] Result<std::vector<model::Network>> readNetworks(Link &link);
/// Does the daemon answer?
[[nodiscard]] Result<void> pingHost(Link &link);

} // namespace core::hypervisor::libvirt
