// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/lab.h"
#include "core/lab/paths.h"

/// The datastores as a lab host sees them: through a file system of the lab's own (FUSE), which hands everything on to the
/// directories behind it, locks too, until it is told to lose them.
namespace core::lab {

/// Whether this machine lets a host have its datastores that way. Tries it in a child process.
[[nodiscard]] bool canLoseStorage(Isolation isolation);

/// In the host's namespaces, single-threaded: puts the file system over each of the host's datastores, served by children
/// of the caller that end with the host. A host that boots while a loss is in force boots without the datastore.
[[nodiscard]] Result<void> mountDatastores(const Paths &paths, const LabStatus &lab, const QString &host);

/// What the host's next access to the datastore finds; absent: the datastore. From outside the host; whether it is on or
/// off. Those that hang go on.
[[nodiscard]] Result<void> setStorage(const Paths &paths, const QString &host, const QString &datastore,
                                      std::optional<StorageLoss> loss);

} // namespace core::lab
