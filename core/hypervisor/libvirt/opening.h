// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/endpoint.h"
#include "core/hypervisor/libvirt/link.h"

namespace core::hypervisor::libvirt {

/// Opens the connections to a host and subscribes to its events. Blocking, and as long as a daemon that
/// does not answer pleases. Never asks on a terminal: libvirt's questions are answered from the endpoint's
/// secret or become `credentials.needed`.
[[nodiscard]] Result<std::shared_ptr<Link>> openLink(const Address &address, const Endpoint &endpoint);

} // namespace core::hypervisor::libvirt
