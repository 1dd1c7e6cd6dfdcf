// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/lab.h"
#include "core/lab/paths.h"

namespace core::lab {

/// The guests of a new lab, spread over its hosts. @param linuxAvailable else all are tick guests
[[nodiscard]] std::vector<LabGuest> planGuests(const Paths &paths, const LabStatus &lab, int count,
                                               bool linuxAvailable);

/// Home directory and disks (and, on its datastore, the kernel of a Linux guest), unless they are there.
[[nodiscard]] Result<void> makeGuestFiles(const LabGuest &guest);
/// The definition to give to libvirt.
[[nodiscard]] QByteArray guestXml(const LabGuest &guest, const LabStatus &lab);
/// `vm.xml` in the home directory: written once the guest is defined and started.
[[nodiscard]] QString definitionFile(const LabGuest &guest);

} // namespace core::lab
