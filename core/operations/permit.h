// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

namespace core::operations {

/// May he ask for this? Who cannot see the target hears that there is none (`base.not-found`); else the first
/// privilege that he lacks is named (`access.no-privilege`). Nothing is said about whether it can be done now.
[[nodiscard]] Availability permitted(const OperationRequest &request, access::Reach &reach,
                                     const model::Inventory &inventory);

} // namespace core::operations
