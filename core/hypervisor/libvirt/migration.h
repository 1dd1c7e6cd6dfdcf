// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"
#include "core/hypervisor/migration.h"

#include <optional>

/// The port's calls for migrations. Blocking: for the lanes of a host only.
namespace core::hypervisor::libvirt {

/// As long as the migration takes. `destination` is used to name it, and for the migration itself when the order has
/// no peer URI.
[[nodiscard]] Result<void> performMigration(Link &source, std::shared_ptr<Link> destination,
                                            MigrationOrder order);
[[nodiscard]] Result<std::optional<MigrationFigures>> readMigrationAway(Link &link, VmId vm);
[[nodiscard]] Result<MigrationFigures> readArrival(Link &link, VmId vm);
[[nodiscard]] Result<void> abortMigrationAway(Link &link, VmId vm);
[[nodiscard]] Result<void> startMigrationPostCopy(Link &link, VmId vm);
[[nodiscard]] Result<void> setMigrationDowntime(Link &link, VmId vm, Duration limit);
[[nodiscard]] Result<QString> readDefinition(Link &link, VmId vm);
[[nodiscard]] Result<VmId> defineVm(Link &link, QString definition, Relocation relocation);
[[nodiscard]] Result<void> relocateVm(Link &link, VmId vm, Relocation relocation);
[[nodiscard]] Result<void> undefineVm(Link &link, VmId vm);
[[nodiscard]] Result<void> setVmAutostart(Link &link, VmId vm, bool autostart);

} // namespace core::hypervisor::libvirt
