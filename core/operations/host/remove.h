// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Takes a disconnected host and its VMs out of the inventory. Nothing happens on the host itself.
struct RemoveHost {
    static constexpr OperationInfo info{"host.delete", Privilege::HostRemove};
    HostId host;
    static constexpr auto fields = FieldList{field("host", &RemoveHost::host)};
};

[[nodiscard]] inline Availability availability(const RemoveHost &operation, const model::Inventory &inventory)
{
    if (auto many = knowsManyHosts(inventory); !many)
        return many;
    const model::Host *host = inventory.find(operation.host);
    if (host == nullptr)
        return exists(operation.host, inventory);
    if (host->state == model::HostState::Connected || host->state == model::HostState::Connecting)
        return Error(errors::HostConnected, QJsonObject{{QStringLiteral("host"), host->name}});
    return {};
}

} // namespace core::operations
