// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace core::hypervisor::libvirt {

/// What libvirt says about the call that has just failed on this thread, apart from libvirt's own types.
struct Failure {
    int code = 0; ///< virErrorNumber
    int domain = 0; ///< virErrorDomain
    int systemError = 0; ///< errno, where the code is VIR_ERR_SYSTEM_ERROR
    QString message;
};

/// The failure of the last libvirt call of this thread. Read it at once: the next call replaces it.
[[nodiscard]] Failure lastFailure();

/// In our codes, for a call on an open connection. `where` names the host in `base.unreachable`.
[[nodiscard]] Error toError(const Failure &failure, const QString &where);

/// In our codes, for opening a connection to `where` (host name or socket path).
[[nodiscard]] Error toConnectError(const Failure &failure, const QString &uri, const QString &where);

[[nodiscard]] inline Error lastError(const QString &where)
{
    return toError(lastFailure(), where);
}

} // namespace core::hypervisor::libvirt
