// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Who moves the running VMs away. Automatic: the cluster, as far as its DRS goes by itself; where DRS is off, the task.
/// Never: people do, or they are shut down.
enum class Evacuation { Automatic, Always, Never };
constexpr auto wireNames(Evacuation)
{
    return std::array{WireName{Evacuation::Automatic, "automatic"}, WireName{Evacuation::Always, "always"},
                      WireName{Evacuation::Never, "never"}};
}

/// Empties a host for maintenance: it gets no VM any more; the task ends when the last one at work has left.
struct EnterMaintenance {
    static constexpr OperationInfo info{"host.enter-maintenance", Privilege::HostMaintenance};
    HostId host;
    bool moveStopped = false; ///< also VMs that are off or suspended go to other hosts
    Evacuation evacuation = Evacuation::Automatic;
    static constexpr auto fields = FieldList{field("host", &EnterMaintenance::host),
                                             field("moveStopped", &EnterMaintenance::moveStopped),
                                             field("evacuation", &EnterMaintenance::evacuation)};
};

[[nodiscard]] inline Availability availability(const EnterMaintenance &operation,
                                               const model::Inventory &inventory)
{
    const model::Host *host = inventory.find(operation.host);
    if (host == nullptr)
        return exists(operation.host, inventory);
    if (host->maintenance != model::Maintenance::None)
        return Error(errors::HostInMaintenance, QJsonObject{{QStringLiteral("host"), host->name}});
    return hostAnswers(operation.host, inventory);
}

} // namespace core::operations
