// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

/// What this machine's /proc knows of a host that is on it. Any thread.
namespace core::hypervisor::libvirt {

/// When the QEMU processes of these VMs began; without those of which /proc says nothing, and those that received
/// their VM from elsewhere.
[[nodiscard]] QHash<VmId, Instant> processStarts(const std::vector<VmId> &vms);

/// For how long this machine runs.
[[nodiscard]] std::optional<Duration> machineUptime();

/// For how long a process runs, by a file that holds its pid and its start (in clock ticks since the machine's
/// boot); absent when it has ended or the file says nothing.
[[nodiscard]] std::optional<Duration> processUptime(const QString &pidFile);

} // namespace core::hypervisor::libvirt
