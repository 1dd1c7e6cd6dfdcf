// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/hypervisor.h"

#include <QStringList>

namespace core::hypervisor::libvirt {

/// A command line for `sh`: a shell that reads its script from the standard input, as root if it can be.
[[nodiscard]] QString shellAsRoot();

/// Runs the program and gives it the script. On the loop's thread, which does not wait; abandoning it kills the program.
[[nodiscard]] Task<ShellAnswer> runShell(QString program, QStringList arguments, QByteArray script);

} // namespace core::hypervisor::libvirt
