// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/arguments.h"

namespace ctl {

/// `vigiectl ha simulate SCENARIO.json [--seed S]`: runs the agents' code on simulated hosts in virtual time; with
/// `-o json` a `ha-result/1`. `vigiectl ha explore [--seeds A..B] [--hosts N] [--vms M]`: random schedules of faults, one
/// per seed; the first that breaks an invariant is shrunk and printed as an `ha-scenario/1`.
/// @param arguments those after `ha`
/// @return the exit code: 0 done, 1 an invariant was broken, 2 bad usage or input
[[nodiscard]] int runHa(const QStringList &arguments, Output output);

[[nodiscard]] QString haUsage();

} // namespace ctl
