// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"

/// Blocking, on the connection for long jobs: storage may hang.
namespace core::hypervisor::libvirt {

/// The active pools. Free space is at most about a minute old.
[[nodiscard]] Result<std::vector<model::Datastore>> readDatastores(Link &link);

} // namespace core::hypervisor::libvirt
