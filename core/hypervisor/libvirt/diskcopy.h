// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"
#include "core/hypervisor/migration.h"

/// Disks of running VMs copied to other files, by QEMU. Blocking: for the lanes of a host only.
namespace core::hypervisor::libvirt {

[[nodiscard]] Result<void> startDiskCopy(Link &link, VmId vm, DiskPlace place);
[[nodiscard]] Result<std::vector<DiskCopy>> readDiskCopies(Link &link, VmId vm);
[[nodiscard]] Result<void> switchDisk(Link &link, VmId vm, QString disk);
[[nodiscard]] Result<void> endDiskCopy(Link &link, VmId vm, QString disk);

} // namespace core::hypervisor::libvirt
