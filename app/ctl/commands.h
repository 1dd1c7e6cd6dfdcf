// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/commandline.h"

#include <QStringList>

#include <span>

namespace ctl {

using Parameters = std::span<const core::operations::Parameter>;

/// The operation that the first two words mean: `vm power-on`, or turned round `create folder`, `delete host`,
/// `set vm`. Null when they mean none.
[[nodiscard]] const core::operations::Operation *operationOf(const QStringList &words);

/// Of the operation, or of a command that is none (`access effective`): the parameters that have options
/// (a target has none: it is named). Absent: the words mean neither.
[[nodiscard]] std::optional<Parameters> parametersOf(const QStringList &words);

/// The parameter of an option's name (`keep-in-memory`); `--cluster C`, `--datacenter D` and `--folder F` say the
/// parent where the command calls it so; `password` is found too, though only `password-file` is allowed. Null when
/// there is none such.
[[nodiscard]] const core::operations::Parameter *parameterOf(Parameters parameters, const QString &option);

using core::operations::optionOf;

} // namespace ctl
