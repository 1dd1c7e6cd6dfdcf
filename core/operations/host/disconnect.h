// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Stops talking to a host. Its VMs run on and stay in the inventory with the state they had.
struct DisconnectHost {
    static constexpr OperationInfo info{"host.disconnect", Privilege::HostConnection};
    HostId host;
    static constexpr auto fields = FieldList{field("host", &DisconnectHost::host)};
};

[[nodiscard]] inline Availability availability(const DisconnectHost &operation,
                                               const model::Inventory &inventory)
{
    const model::Host *host = inventory.find(operation.host);
    if (host == nullptr)
        return exists(operation.host, inventory);
    if (host->state == model::HostState::Disconnected)
        return Error(errors::HostDisconnected, QJsonObject{{QStringLiteral("host"), host->name}});
    return {};
}

} // namespace core::operations
