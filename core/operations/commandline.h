// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

/// Requests as vigiectl takes them: the same operations by another way.
namespace core::operations {

/// `keepInMemory` → `keep-in-memory`.
[[nodiscard]] QString optionName(const QString &parameter);
/// Likewise; of a secret the one that names its file, `password-file`.
[[nodiscard]] QString optionOf(const Parameter &parameter);

/// The commands that do the same, one a line: several targets of one operation with the same parameters share one.
/// Objects are called by their names where those are unique; a secret stands as FILE. Words that a shell would read
/// otherwise are quoted. A request that the catalogue does not know is left out.
[[nodiscard]] QString commandLine(const std::vector<OperationRequest> &requests,
                                  const model::Inventory &inventory);

/// A word as a POSIX shell reads it back.
[[nodiscard]] QString shellWord(const QString &word);

} // namespace core::operations
