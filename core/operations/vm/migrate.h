// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/migration.h"
#include "core/operations/resourcerules.h"

#include <algorithm>

namespace core::operations {

/// Moves a VM to another host: running, without its guest noticing; or, when it is off, its definition. Its disks stay
/// where they are.
struct MigrateVm {
    static constexpr OperationInfo info{"vm.migrate", Privilege::ResourceHotMigrate};
    VmId vm;
    HostId host;
    model::MigrationPriority priority = model::MigrationPriority::Normal;
    static constexpr auto fields = std::tuple{field("vm", &MigrateVm::vm), field("host", &MigrateVm::host),
                                              field("priority", &MigrateVm::priority)};
};

/// The destination answers, is another host than its own, and sees every disk. What else speaks against it, the
/// hosts say.
[[nodiscard]] inline Availability availability(const MigrateVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    if (const Availability movable = vmIsIn({Running, Paused, Off, Crashed}, operation.vm, inventory);
        !movable || operation.host.isNull()) // asked before the destination is known
        return movable;
    if (const Availability answers = hostAnswers(operation.host, inventory); !answers)
        return answers;
    if (const Availability takes = takesVms(operation.host, inventory); !takes)
        return takes;
    const model::Vm &vm = *inventory.find(operation.vm);
    const QString host = inventory.nameOf(operation.host);
    if (vm.host == operation.host)
        return Error(errors::AlreadyThere,
                     QJsonObject{{QStringLiteral("name"), vm.name}, {QStringLiteral("host"), host}});
    for (const model::VmDisk &disk : vm.disks) {
        const model::Datastore *datastore = inventory.find(disk.datastore);
        const bool isSeen = disk.source.isEmpty() // an empty drive
            || (datastore != nullptr
                && std::ranges::find(datastore->hosts, operation.host) != datastore->hosts.end());
        if (!isSeen)
            return Error(errors::DiskNotSeen,
                         QJsonObject{{QStringLiteral("name"), vm.name},
                                     {QStringLiteral("disk"), disk.target},
                                     {QStringLiteral("path"), disk.source},
                                     {QStringLiteral("host"), host}});
    }
    return {};
}

/// To take it away from where it is, and to put it where it goes.
[[nodiscard]] inline Requirements requirements(const MigrateVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    const model::Vm *vm = inventory.find(operation.vm);
    const bool isOff = vm != nullptr && vm->state != Running && vm->state != Paused;
    Requirements needed{
        {isOff ? Privilege::ResourceColdMigrate : Privilege::ResourceHotMigrate, operation.vm}};
    if (!operation.host.isNull())
        needed.push_back({Privilege::ResourceAssignVm, operation.host});
    return needed;
}

} // namespace core::operations
