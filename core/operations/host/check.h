// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Looks at what a host lacks to run VMs and to migrate them; changes nothing. What it finds is in the task's findings.
struct CheckHost {
    static constexpr OperationInfo info{"host.check", Privilege::HostConnection};
    HostId host;
    static constexpr auto fields = FieldList{field("host", &CheckHost::host)};
};

[[nodiscard]] inline Availability availability(const CheckHost &operation, const model::Inventory &inventory)
{
    return hostAnswers(operation.host, inventory);
}

} // namespace core::operations
