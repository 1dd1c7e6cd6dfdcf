// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/compatibility.h"
#include "views/migration/draft.h"

namespace views {

/// What was found for one VM.
struct VmFinding {
    core::VmId vm;
    core::model::Finding finding;
};

/// A host that the selected VMs could go to.
struct Destination {
    core::HostId host;
    QString name;
    QString cluster; ///< empty: it stands alone
    double score = 0; ///< mean over the VMs that can go there
    std::vector<core::VmId> possible; ///< those that can
    std::vector<core::model::Reason> reasons; ///< of the first VM that can
    std::vector<VmFinding> findings;
};

using Loads = QHash<core::model::ObjectRef, core::model::Load>;

/// The hosts for all the VMs: those that take most of them first, then by score, then by name. Pure, for any thread.
[[nodiscard]] std::vector<Destination>
destinationsFor(const MigrationDraft &draft, const core::model::Inventory &inventory, const Loads &loads);

} // namespace views
