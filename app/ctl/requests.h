// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/arguments.h"
#include "core/operations/operation.h"

#include <vector>

namespace ctl {

/// What is asked of the core: the operation once for each of the names, with the command line's parameters. One of
/// ctl/errors.h or `base.not-found` where a name or a value means nothing.
[[nodiscard]] core::Result<std::vector<core::operations::OperationRequest>>
requestsOf(const core::operations::Operation &operation, const QStringList &names, const Arguments &arguments,
           const core::model::Inventory &inventory);

} // namespace ctl
