// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hypervisor/libvirt/starttimes.h"
#include "core/hypervisor/libvirt/typedvalues.h"
#include "core/model/sample.h"

#include <vector>

namespace core::hypervisor::libvirt {

struct Link;

/// What the running VMs were found to have used.
struct GuestReading {
    std::vector<model::VmSample> vms;
    std::vector<StartTimes::Seen> seen;
};

/// How many threads ask QEMU's monitors. Four requests at once is what a daemon's connection stands (see Link), and
/// one of them is left for those who need no monitor.
constexpr int mostMonitorReaders = 3;

/// One VM's counters out of libvirt's statistics record. Pure.
[[nodiscard]] model::VmSample toSample(VmId vm, const TypedValues &values);

/// Reads all running VMs, and the sizes of their disks on the way, within about 8 s whatever hangs. Most counters come
/// from each VM's own process, and libvirt waits for ever for one that hangs. Such a reading is left behind: it
/// holds the VM's lock in the daemon, by which the next one finds the VM busy and passes it over. So each VM that hangs
/// costs one thread of a few until it goes on or is killed, and when all are taken, every VM is read without the
/// counters of its process. Blocking: for the statistics lane only.
[[nodiscard]] Result<GuestReading> readGuests(Link &link);

} // namespace core::hypervisor::libvirt
