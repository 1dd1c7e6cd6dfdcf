// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/lab.h"
#include "core/lab/paths.h"
#include "core/lab/process.h"

namespace core::lab {

/// Elects the one who may change a lab: blocks until the others are done.
[[nodiscard]] Result<Fd> lockLab(const Paths &paths);

[[nodiscard]] bool isLab(const Paths &paths);
/// `lab.json`; NotALab when there is none.
[[nodiscard]] Result<LabStatus> loadRecord(const Paths &paths);
/// Without what is observed (pids and states).
[[nodiscard]] Result<void> saveRecord(const Paths &paths, LabStatus lab);

/// Fills in pids, states, and where guests run, from /proc alone.
void observe(const Paths &paths, LabStatus &lab);

[[nodiscard]] bool isKeeperAlive(const Paths &paths);
/// Every process on a host: daemon, guests, init. Empty when it is off.
[[nodiscard]] std::vector<ProcessId> processesOn(const Paths &paths, Isolation isolation,
                                                 const QString &host);
/// The QEMU processes of a guest among these: one, two while it migrates.
[[nodiscard]] std::vector<ProcessId> qemuOf(const std::vector<ProcessId> &processes, const QString &uuid);

[[nodiscard]] const LabHost *findHost(const LabStatus &lab, const QString &name);
[[nodiscard]] const LabGuest *findGuest(const LabStatus &lab, const QString &name);
/// A host that a fault keeps from answering.
[[nodiscard]] bool isStruck(const LabStatus &lab, const QString &host);

/// The faults that this isolation can stage.
[[nodiscard]] std::vector<FaultKind> stageableFaults(Isolation isolation);

/// Ends every process of the lab but its core, and removes what lives in memory: sockets, cgroups.
[[nodiscard]] Result<void> stopProcesses(const Paths &paths);

} // namespace core::lab
