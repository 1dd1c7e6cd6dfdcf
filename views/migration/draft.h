// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/model/migration.h"
#include "core/operations/operation.h"

namespace views {

/// What has been chosen in the Migrate wizard so far, and what it comes to. A value.
struct MigrationDraft {
    std::vector<core::VmId> vms; ///< all that were selected
    core::model::MigrationKind kind = core::model::MigrationKind::Host;
    core::HostId host; ///< null: not chosen yet
    core::DatastoreId datastore; ///< null: the disks stay
    core::model::MigrationPriority priority = core::model::MigrationPriority::Normal;

    [[nodiscard]] bool changesHost() const { return kind != core::model::MigrationKind::Datastore; }
    [[nodiscard]] bool movesDisks() const { return kind != core::model::MigrationKind::Host; }

    /// The request for one of them.
    [[nodiscard]] core::model::MigrationRequest requestFor(core::VmId vm) const;
    /// The same as the catalogue's operation takes it.
    [[nodiscard]] core::operations::OperationRequest operationFor(core::VmId vm) const;
    /// The command that does the same; names with blanks in quotes.
    [[nodiscard]] QString command(const std::vector<core::VmId> &which,
                                  const core::model::Inventory &inventory) const;
};

/// Does this core's operation have such a parameter? What it cannot do is not offered.
[[nodiscard]] bool migrationTakes(QStringView parameter);

} // namespace views
