// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace core::lab {

/// Kernel and initial file system of the lab's Linux guest.
struct LinuxImages {
    QString kernel;
    QString initrd;
};

/// Where they are in the cache, made or not.
[[nodiscard]] LinuxImages linuxImages();
[[nodiscard]] bool hasLinuxImages();

/// Downloads Debian's cloud kernel, busybox and the guest agent with `apt-get download` (no root, nothing is installed)
/// and packs them. Takes some seconds and 27 MB of download; several callers at once do no harm.
[[nodiscard]] Result<void> prepareLinuxImages();

} // namespace core::lab
