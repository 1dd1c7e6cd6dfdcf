// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/lab.h"

#include <QString>

namespace ctl {

[[nodiscard]] QString labUsage();
/// What `lab up` is doing.
[[nodiscard]] QString labProgress(core::lab::Phase phase, const QString &what);
/// The lab as a table for people.
[[nodiscard]] QString labTable(const core::lab::LabStatus &lab);

} // namespace ctl
