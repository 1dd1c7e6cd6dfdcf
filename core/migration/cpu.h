// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/cpumodels.h"
#include "core/model/objects.h"

/// Which CPU features a VM needs and a host has. Pure.
namespace core::migration {

/// What VMs can be given on the host: by its nearest model and by every named one that it runs, without what a lab
/// host withholds.
[[nodiscard]] Features featuresOf(const model::HostCpu &cpu);
/// What the VM was promised; nothing for QEMU's plain CPU and for those that are the host's own.
[[nodiscard]] Features neededBy(const model::VmCpu &cpu);
/// Of a set, in the order of the alphabet.
[[nodiscard]] QStringList sorted(const Features &features);
[[nodiscard]] QJsonArray listOf(const Features &features); ///< sorted, as the parameter of a finding

} // namespace core::migration
