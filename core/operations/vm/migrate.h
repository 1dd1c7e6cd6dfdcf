// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/migration.h"
#include "core/operations/resourcerules.h"

namespace core::operations {

/// Moves a VM to another host, its disks to another datastore, or both: running, without its guest noticing, or powered
/// off.
struct MigrateVm {
    static constexpr OperationInfo info{"vm.migrate", Privilege::ResourceHotMigrate};
    VmId vm;
    std::optional<HostId> host; ///< absent: it stays on its host
    std::optional<DatastoreId> datastore; ///< for every disk that `disks` does not name; absent: they stay
    /// "vda=DATASTORE[:FORMAT]" each: the datastore by id or name; empty: where it is, or where all go.
    std::vector<QString> disks;
    model::MigrationMode mode = model::MigrationMode::Automatic;
    model::MigrationPriority priority = model::MigrationPriority::Normal;
    static constexpr auto fields = FieldList{field("vm", &MigrateVm::vm),
                                             field("host", &MigrateVm::host),
                                             field("datastore", &MigrateVm::datastore),
                                             field("disks", &MigrateVm::disks),
                                             field("mode", &MigrateVm::mode),
                                             field("priority", &MigrateVm::priority)};

    /// Whether it says where to: menus ask before anybody has.
    [[nodiscard]] bool hasDestination() const { return host || datastore || !disks.empty(); }
};

/// What is asked, as the checks take it. `base.invalid-argument` for a disk's place that cannot be read.
[[nodiscard]] Result<model::MigrationRequest> migrationOf(const MigrateVm &operation,
                                                          const model::Inventory &inventory);

/// All that core/migration finds. Without a destination only whether the VM is one that could migrate: that is cheap, for
/// menus.
[[nodiscard]] Availability availability(const MigrateVm &operation, const model::Inventory &inventory);

/// To take it away from where it is, and to put it where it goes.
[[nodiscard]] Requirements requirements(const MigrateVm &operation, const model::Inventory &inventory);

} // namespace core::operations
