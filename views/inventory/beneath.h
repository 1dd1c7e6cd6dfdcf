// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tree.h"

namespace views {

/// Is `object` the same as `top` or beneath it in any of the four views? Costs a walk up, not down.
[[nodiscard]] bool isBeneath(const core::model::ObjectRef &object, const core::model::ObjectRef &top,
                             const core::model::Inventory &inventory);

} // namespace views
