// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/handles.h"
#include "core/hypervisor/libvirt/link.h"

/// Blocking: for the lanes of a host only.
namespace core::hypervisor::libvirt {

/// The domain, through the given connection of the link; `base.not-found` when the host has none such.
[[nodiscard]] Result<DomainPtr> findDomain(const Link &link, const Connection &connection, VmId vm);

[[nodiscard]] Result<std::vector<model::Vm>> readVms(Link &link);
[[nodiscard]] Result<model::Vm> readVm(Link &link, VmId vm);

/// Looks, once, into the disks of VMs that are off: libvirt opens the images, so this belongs on the lane for long
/// jobs. The VMs of which a size became known.
[[nodiscard]] Result<std::vector<VmId>> learnDiskSizes(Link &link, std::vector<VmId> vms);

} // namespace core::hypervisor::libvirt
