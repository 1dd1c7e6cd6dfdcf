// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/lab.h"
#include "core/lab/paths.h"

namespace core::lab {

/// Directories and configuration of a host's daemon, and its `/run` emptied. @param index from 1: its address
[[nodiscard]] Result<void> writeHostFiles(const Paths &paths, const LabStatus &lab, const LabHost &host,
                                          int index);
/// A boot starts from an empty `/run`: the daemon does not look for guests that died with the host.
[[nodiscard]] Result<void> emptyRun(const Paths &paths, const QString &host);

/// `host.json`, the capacity the host reports, unless it is there already: the machine divided by the hosts.
[[nodiscard]] Result<void> writeCapacity(const LabHost &host, int hosts, int cpuMhz,
                                         const QStringList &cpuModels);

/// A datastore's root and its identity, `.vigie/datastore.json`, unless it is there already.
[[nodiscard]] Result<void> writeDatastore(const LabDatastore &datastore);

/// Probing QEMU costs a new daemon some four seconds; hosts and labs of one user share what was found.
[[nodiscard]] bool hasCapabilities(Isolation isolation);
[[nodiscard]] Result<void> takeCapabilities(const Paths &paths, Isolation isolation, const QString &host);
[[nodiscard]] Result<void> giveCapabilities(const Paths &paths, Isolation isolation, const QString &host);

} // namespace core::lab
