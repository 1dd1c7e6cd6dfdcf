// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

/// The parameters of the catalogue in the user's words, for forms and for what describes them.
namespace core::text {

/// "Full name"; of an object, its kind. The identifier itself where there is no word for it.
[[nodiscard]] QString parameterName(const operations::Operation &operation,
                                    const operations::Parameter &parameter);
/// One of `parameter.choices`.
[[nodiscard]] QString choiceName(const QString &choice);
/// The heading that a choice stands under among many; empty: none.
[[nodiscard]] QString choiceGroup(const QString &choice);
/// What may stand in an empty field as an example; empty: nothing helps.
[[nodiscard]] QString parameterHint(const operations::Parameter &parameter);

} // namespace core::text
