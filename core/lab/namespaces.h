// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/lab.h"
#include "core/lab/process.h"

namespace core::lab {

/// The best isolation this machine allows this user; NamespacesForbidden for a root without rights to make them.
/// Tries it in a child process, so it has no effect on the caller.
[[nodiscard]] Result<Isolation> bestIsolation();

/// Moves the calling (single-threaded) process into a new network and mount namespace, below a new user namespace
/// unless root, and its children into a new PID namespace. Rights that outlive exec() are kept: keepRights().
[[nodiscard]] Result<void> enterLabNamespaces(Isolation isolation);
/// Lets programs started from here keep the rights over the lab's own namespaces (no effect outside them).
[[nodiscard]] Result<void> keepRights();
void dropRights();

/// fork() into a PID, network, mount, host name and IPC namespace of its own: 0 in the child.
[[nodiscard]] Result<pid_t> forkHost();

[[nodiscard]] Result<void> mountProc();
[[nodiscard]] Result<void> bindMount(const QString &source, const QString &target);
/// An empty directory over the target.
[[nodiscard]] Result<void> mountEmpty(const QString &target);
/// /sys as this network namespace sees it, with the cgroups where they were.
[[nodiscard]] Result<void> mountSys();

} // namespace core::lab
