// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ctl {

/// `vigiectl lab …`. Blocks until it is done. @param arguments those after `lab` @param json the result goes to
/// standard output as JSON, an error to standard error
/// @return the exit code: 0 done, 1 failed, 2 bad usage or input, 4 not permitted
[[nodiscard]] int runLab(const QStringList &arguments, bool json);

/// `vigiectl lab-keeper|lab-host|lab-relay …`: the lab's own processes, not for people. Negative when the first
/// argument is none of them. To be called before anything starts a thread.
[[nodiscard]] int runLabProcess(const QStringList &arguments);

} // namespace ctl
