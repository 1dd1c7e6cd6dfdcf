// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

/// Reading the address of a host. Pure.
namespace core::hypervisor::libvirt {

struct Address {
    QString uri; ///< what libvirt gets
    QString transport; ///< "unix", "ssh", "tls", "tcp"; empty: a driver inside this process (test:///)
    QString user; ///< empty: not said
    QString host; ///< empty: this machine
    int port = 0; ///< 0: not said
    QString keyFile; ///< ssh
    QString where; ///< the host or the socket's path, for people
};

/// `hypervisor.uri-invalid` with reason `empty`, `malformed`, `no-scheme`, `no-driver` or
/// `no-transport`.
[[nodiscard]] Result<Address> parseAddress(const QString &uri);

} // namespace core::hypervisor::libvirt
