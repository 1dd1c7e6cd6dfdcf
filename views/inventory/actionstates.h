// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/applicability.h"

#include <map>

namespace views {

/// What the actions show for a selection, by verb. A verb that is not there does not concern every object of it.
using ActionStates = std::map<QString, Applicable>;

/// For any thread. A verb that needs a text of its own for each object (a name) fits one object only.
[[nodiscard]] ActionStates actionStates(const std::vector<core::model::ObjectRef> &selection,
                                        core::model::TreeView view, const core::model::Inventory &inventory);

/// What can be said of it at once: from the first few objects, without a look into folders. What may be possible is
/// shown as possible, until actionStates() knows better.
[[nodiscard]] ActionStates previewStates(const std::vector<core::model::ObjectRef> &selection,
                                         core::model::TreeView view, const core::model::Inventory &inventory);

/// Folders stand for what lies within, which can be thousands.
[[nodiscard]] bool holdsFolder(const std::vector<core::model::ObjectRef> &selection);

} // namespace views
