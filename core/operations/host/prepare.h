// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Gives a host certificates of the core's authority, for libvirt and QEMU, so that prepared hosts migrate VMs between
/// them by TLS, without the core. Over the shell that the core has on it. Can be done again.
struct PrepareHost {
    static constexpr OperationInfo info{"host.prepare", Privilege::HostConnection};
    HostId host;
    static constexpr auto fields = FieldList{field("host", &PrepareHost::host)};
};

/// The hosts of a lab are prepared by the lab.
[[nodiscard]] inline Availability availability(const PrepareHost &operation,
                                               const model::Inventory &inventory)
{
    if (const Availability answers = hostAnswers(operation.host, inventory); !answers)
        return answers;
    if (inventory.find(operation.host)->lab)
        return Error(core::errors::Unsupported);
    return {};
}

} // namespace core::operations
