// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Gives a host back to its work, also one that is still being emptied.
struct ExitMaintenance {
    static constexpr OperationInfo info{"host.exit-maintenance", Privilege::HostMaintenance};
    HostId host;
    static constexpr auto fields = FieldList{field("host", &ExitMaintenance::host)};
};

[[nodiscard]] inline Availability availability(const ExitMaintenance &operation,
                                               const model::Inventory &inventory)
{
    const model::Host *host = inventory.find(operation.host);
    if (host == nullptr)
        return exists(operation.host, inventory);
    if (host->maintenance == model::Maintenance::None)
        return Error(errors::HostNotInMaintenance, QJsonObject{{QStringLiteral("host"), host->name}});
    return {};
}

} // namespace core::operations
