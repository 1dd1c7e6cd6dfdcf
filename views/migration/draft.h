// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/model/migration.h"
#include "core/operations/operation.h"

namespace views {

/// Where one disk of one VM goes, where not with all others.
struct DiskChoice {
    core::VmId vm;
    core::model::DiskPlacement placement; ///< without a datastore: it stays where it is
};

/// What has been chosen in the Migrate wizard so far, and what it comes to. A value.
struct MigrationDraft {
    std::vector<core::VmId> vms; ///< all that were selected
    core::model::MigrationKind kind = core::model::MigrationKind::Host;
    core::HostId host; ///< null: not chosen yet
    core::DatastoreId datastore; ///< null: the disks stay
    QString format; ///< of all that move: raw, qcow2; empty: as they are
    bool eachDisk = false; ///< `disks` counts, not `datastore` and `format`
    std::vector<DiskChoice> disks;
    core::model::MigrationPriority priority = core::model::MigrationPriority::Normal;

    [[nodiscard]] bool changesHost() const { return kind != core::model::MigrationKind::Datastore; }
    [[nodiscard]] bool movesDisks() const { return kind != core::model::MigrationKind::Host; }

    /// The hosts on which they will be: the chosen one, or those where they are.
    [[nodiscard]] std::vector<core::HostId> hosts(const core::model::Inventory &inventory) const;

    /// Has something been chosen for it yet?
    [[nodiscard]] bool goesSomewhere(core::VmId vm, const core::model::Inventory &inventory) const;

    /// The request for one of them.
    [[nodiscard]] core::model::MigrationRequest requestFor(core::VmId vm,
                                                           const core::model::Inventory &inventory) const;
    /// The same as the catalogue's operation takes it.
    [[nodiscard]] core::operations::OperationRequest
    operationFor(core::VmId vm, const core::model::Inventory &inventory) const;
    /// The command that does the same; names with blanks in quotes. Where each disk goes somewhere else: one a line for
    /// each VM.
    [[nodiscard]] QString command(const std::vector<core::VmId> &which,
                                  const core::model::Inventory &inventory) const;

private:
    [[nodiscard]] std::vector<core::model::DiskPlacement>
    placementsOf(core::VmId vm, const core::model::Inventory &inventory) const;
    [[nodiscard]] QStringList destinationWords(core::VmId vm, const core::model::Inventory &inventory) const;
};

/// What can be moved: no disc, and on a datastore that is known.
[[nodiscard]] bool isMovable(const core::model::VmDisk &disk);
/// Of those that the host reaches the one with the most room; null: none.
[[nodiscard]] core::DatastoreId roomiestOf(core::HostId host, const core::model::Inventory &inventory);

/// Does this core's operation have such a parameter? What it cannot do is not offered.
[[nodiscard]] bool migrationTakes(QStringView parameter);

} // namespace views
