// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/arguments.h"

namespace ctl {

/// `vigiectl drs plan INSTANCE.json [--max-moves N] [--time-limit MS] [--seed S]`: plans the balance of the cluster in
/// a `drs-instance/1`, here, without a core; nothing is executed. With `-o json` a `drs-plan/1`.
/// @param arguments those after `drs`
/// @return the exit code: 0 done (also when nothing is to be moved), 2 bad usage or input
[[nodiscard]] int runDrs(const QStringList &arguments, Output output);

[[nodiscard]] QString drsUsage();

} // namespace ctl
