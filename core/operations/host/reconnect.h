// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Connects to a host that is disconnected or does not respond, now.
struct ReconnectHost {
    static constexpr OperationInfo info{"host.reconnect", Privilege::HostConnection};
    HostId host;
    std::optional<QString> trust; ///< "SHA256:…": the answer to `trust.unknown`
    std::optional<Secret> secret; ///< the answer to `credentials.needed`
    static constexpr auto fields =
        FieldList{field("host", &ReconnectHost::host), field("trust", &ReconnectHost::trust),
                  field("secret", &ReconnectHost::secret)};
};

[[nodiscard]] inline Availability availability(const ReconnectHost &operation,
                                               const model::Inventory &inventory)
{
    const model::Host *host = inventory.find(operation.host);
    if (host == nullptr)
        return exists(operation.host, inventory);
    if (host->state == model::HostState::Connected)
        return Error(errors::HostConnected, QJsonObject{{QStringLiteral("host"), host->name}});
    return {};
}

} // namespace core::operations
