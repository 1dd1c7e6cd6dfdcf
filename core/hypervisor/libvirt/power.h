// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"

/// The port's power calls. Blocking: for the lanes of a host only.
namespace core::hypervisor::libvirt {

enum class PowerCall { On, Off, ShutDown, Reboot, Reset, Pause, Suspend, Resume };

/// In a state that does not allow the call: `base.conflict`. All but Off wait for the VM's process, for ever
/// if it hangs; those that would wait behind such a one are `base.busy` after a while.
[[nodiscard]] Result<void> performPower(Link &link, VmId vm, PowerCall call);

[[nodiscard]] Result<void> renameVm(Link &link, VmId vm, QString name);

} // namespace core::hypervisor::libvirt
