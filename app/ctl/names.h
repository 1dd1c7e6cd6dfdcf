// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

namespace ctl {

/// The object a user means: by id, by path (`/datacenter/folder/name`) or by name. None: `base.not-found`; several:
/// `ctl.name-ambiguous` with the candidates' paths.
[[nodiscard]] core::Result<core::model::ObjectRef> findObject(const QString &text,
                                                              std::optional<core::model::Kind> kind,
                                                              const core::model::Inventory &inventory);

/// `/Datacenter/Folder/web-01`, in the view where objects of its kind are at home.
[[nodiscard]] QString pathOf(const core::model::ObjectRef &ref, const core::model::Inventory &inventory);

} // namespace ctl
