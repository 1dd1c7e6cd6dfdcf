// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/libvirterror.h"

namespace core::hypervisor::libvirt {

/// In our codes, for a call about the file or directory at `path`. `where` names the host.
[[nodiscard]] Error fileError(const Failure &failure, const QString &path, const QString &where);
/// Of the last libvirt call of this thread.
[[nodiscard]] inline Error fileError(const QString &path, const QString &where)
{
    return fileError(lastFailure(), path, where);
}

} // namespace core::hypervisor::libvirt
