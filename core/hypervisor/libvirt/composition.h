// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/link.h"
#include "core/hypervisor/vmorder.h"

#include <QByteArray>

namespace core::hypervisor::libvirt {

/// What a host gives a new VM.
struct Platform {
    bool hasKvm = false;
    QString architecture; ///< "x86_64"
    QString machine; ///< "pc-q35-7.2": never an alias, or the VM would change under its guest with a new QEMU
};

/// The definition of a new VM. Pure; what the order says is text in it, never markup.
[[nodiscard]] QByteArray domainXml(const VmOrder &order, const Platform &platform);

[[nodiscard]] Result<QString> composeVm(Link &link, VmOrder order);

} // namespace core::hypervisor::libvirt
