// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <QStringList>

namespace ctl {

/// The operation that the first two words mean: `vm power-on`, or turned round `create folder`, `delete host`,
/// `set vm`. Null when they mean none.
[[nodiscard]] const core::operations::Operation *operationOf(const QStringList &words);

/// The parameter of an option's name (`keep-in-memory`); `--cluster C`, `--datacenter D` and `--folder F` say the
/// parent where the operation calls it so. Null when it has none such.
[[nodiscard]] const core::operations::Parameter *parameterOf(const core::operations::Operation &operation,
                                                             const QString &option);

/// `keepInMemory` → `keep-in-memory`.
[[nodiscard]] QString optionOf(const core::operations::Parameter &parameter);

} // namespace ctl
