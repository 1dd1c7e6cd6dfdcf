// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <libvirt/libvirt.h>

#include <array>

namespace core::hypervisor::libvirt {

using RawUuid = std::array<unsigned char, VIR_UUID_BUFLEN>;

/// A VM's id is its libvirt UUID. Reads the handle only, asks no daemon.
[[nodiscard]] inline VmId idOf(virDomainPtr domain)
{
    RawUuid raw{};
    virDomainGetUUID(domain, raw.data());
    return VmId(QUuid::fromRfc4122(QByteArrayView(raw.data(), VIR_UUID_BUFLEN)));
}

[[nodiscard]] inline RawUuid rawUuid(VmId vm)
{
    const QByteArray bytes = vm.uuid().toRfc4122();
    RawUuid raw{};
    std::copy(bytes.begin(), bytes.end(), raw.begin());
    return raw;
}

} // namespace core::hypervisor::libvirt
