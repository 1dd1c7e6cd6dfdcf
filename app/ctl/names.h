// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/path.h"

namespace ctl {

/// The object a user means: by id, by path (`/datacenter/folder/name`, `/` is the root) or by name (a local user's may
/// be `local\\ann`, a permission's is `principal@path`). None: `base.not-found`; several:
/// `ctl.name-ambiguous` with the candidates' paths.
[[nodiscard]] core::Result<core::model::ObjectRef> findObject(const QString &text,
                                                              std::optional<core::model::Kind> kind,
                                                              const core::model::Inventory &inventory);

using core::model::pathOf;

} // namespace ctl
