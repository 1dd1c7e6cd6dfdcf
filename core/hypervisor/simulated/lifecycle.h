// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/simulated/link.h"

/// How VMs of a simulated host come, change and go: the port's calls, in virtual time.
namespace core::hypervisor {

[[nodiscard]] Task<QString> describeVm(std::shared_ptr<Link> link, VmId vm);
[[nodiscard]] Task<QString> composeVm(std::shared_ptr<Link> link, VmOrder order);
[[nodiscard]] Task<> configureVm(std::shared_ptr<Link> link, VmId vm, VmSettings settings);
[[nodiscard]] Task<VmId> takeVm(std::shared_ptr<Link> link, QString definition, Relocation relocation);
[[nodiscard]] Task<> relocateVm(std::shared_ptr<Link> link, VmId vm, Relocation relocation);
[[nodiscard]] Task<> forgetVm(std::shared_ptr<Link> link, VmId vm);

} // namespace core::hypervisor
