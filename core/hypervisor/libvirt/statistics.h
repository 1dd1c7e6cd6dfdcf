// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"
#include "core/hypervisor/libvirt/typedvalues.h"

namespace core::hypervisor::libvirt {

/// One VM's counters out of libvirt's statistics record. Pure.
[[nodiscard]] model::VmSample toSample(VmId vm, const TypedValues &values);

/// The whole host's. Blocking: for the statistics lane only.
[[nodiscard]] Result<model::Sample> readSample(Link &link);

} // namespace core::hypervisor::libvirt
