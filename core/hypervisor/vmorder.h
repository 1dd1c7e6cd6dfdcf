// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/units.h"

#include <QString>

#include <optional>
#include <vector>

/// What the port is told of a VM that is to be made or changed.
namespace core::hypervisor {

struct DiskImage {
    QString path;
    QString format; ///< raw, qcow2

    friend bool operator==(const DiskImage &, const DiskImage &) = default;
};

/// A VM that is not there yet. What is not said follows from the host: KVM where it has it, the machine type that its
/// QEMU is newest with, a CPU as good as its own.
struct VmOrder {
    VmId id;
    QString name;
    int cpuCount = 1;
    Bytes memory; ///< whole MiB
    bool uefi = false;
    std::vector<DiskImage> disks; ///< that are there already
    QString cdrom; ///< path of an image; empty: an empty drive
    std::vector<QString> networks; ///< libvirt's names, an adapter for each
    QString
        guestOs; ///< as people call it; one that begins with "Windows" gets devices that Windows brings drivers for
    QString notes;

    friend bool operator==(const VmOrder &, const VmOrder &) = default;
};

/// What changes of a VM; the rest stays.
struct VmSettings {
    std::optional<int> cpuCount; ///< from its next start on
    std::optional<Bytes> memory; ///< from its next start on; whole MiB
    std::optional<QString> notes; ///< at once

    friend bool operator==(const VmSettings &, const VmSettings &) = default;
};

} // namespace core::hypervisor
