// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/lab.h"
#include "core/lab/paths.h"

namespace core::lab {

/// The parts of `up` that concern processes; up.cpp strings them together.

/// Starts the supervisor, unless it runs: true when it was started, so nothing of the lab ran before.
[[nodiscard]] Result<bool> ensureKeeper(const Paths &paths, const UpOptions &options, Isolation isolation);

/// Boots the hosts that are off and not struck by a fault; the first one of a machine's first lab alone, to learn
/// what QEMU can do here once instead of once a host.
[[nodiscard]] Result<void> bootHosts(const Paths &paths, const LabStatus &lab, const Progress &progress);
/// Boots one host. @param index from 1
[[nodiscard]] Result<void> bootHost(const Paths &paths, const LabStatus &lab, const LabHost &host, int index);

/// Pools, network and capacity of each host, and its guests: defined and started when they are new, started
/// again when `restart`. Hosts that a fault keeps from answering are left out.
[[nodiscard]] Result<void> furnishHosts(const Paths &paths, const LabStatus &lab, bool restart);

/// Starts the embedded core that knows the lab, unless it runs, and waits until it answers. Reports
/// Phase::CoreMissing and succeeds where the program is not there.
[[nodiscard]] Result<void> ensureCore(const Paths &paths, const QString &programs, const Progress &progress);
[[nodiscard]] bool hasCore(const Paths &paths);
[[nodiscard]] Result<void> stopCore(const Paths &paths);

} // namespace core::lab
