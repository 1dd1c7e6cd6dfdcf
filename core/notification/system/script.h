// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notification/notifier.h"

#include <QStringList>

namespace core::notification::system {

/// How long a script may take, and how much of what it writes is kept for its error.
inline constexpr Duration scriptLimit = std::chrono::seconds(30);

/// Names of the files in the directory that may be run, in order.
[[nodiscard]] std::vector<QString> scriptsIn(const QString &directory);

/// `VIGIE_ALARM=…` and the like: what a script is told. Nothing of the core's own environment but the path. Pure.
[[nodiscard]] QStringList environmentFor(const Notice &notice, const QString &sentence,
                                         const QString &server);

/// Runs a script of the directory, in a process group of its own that ends with it or at the limit. A file that others
/// than its owner can change, or that is a link, is not run. Blocks.
[[nodiscard]] Result<void> runScript(const QString &directory, const QString &name,
                                     const QStringList &environment, Duration limit = scriptLimit);

} // namespace core::notification::system
