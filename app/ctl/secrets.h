// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace ctl {

/// The first line of a file that holds a password or a token; `ctl.file-unreadable`.
[[nodiscard]] core::Result<QString> readSecret(const QString &path);
/// The file's bytes; `ctl.file-unreadable`.
[[nodiscard]] core::Result<QByteArray> readFile(const QString &path);

/// Asks at the terminal, without showing what is typed. Absent: there is no terminal, or nothing was typed.
[[nodiscard]] std::optional<QString> askSecret(const QString &question);
/// As askSecret(), for what must be typed twice alike: a new password.
[[nodiscard]] std::optional<QString> askNewSecret(const QString &question, const QString &again);

} // namespace ctl
