// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"

namespace core::hypervisor::libvirt {

/// The whole host's, at most about 8 s after the call if the host itself answers: a VM that hangs lacks some counters.
/// Blocking: for the statistics lane only.
[[nodiscard]] Result<model::Sample> readSample(Link &link);

} // namespace core::hypervisor::libvirt
