// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/vm/migrate.h"

#include "core/migration/compatibility.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

/// By id or by name; of several of one name that which the host sees.
Result<DatastoreId> datastoreOf(const QString &text, HostId host, const model::Inventory &inventory)
{
    if (const auto id = DatastoreId::fromString(text); !id.isNull())
        return id;
    DatastoreId found;
    for (const auto &datastore : inventory.all<model::Datastore>()) {
        const bool isSeen = std::ranges::find(datastore->hosts, host) != datastore->hosts.end();
        if (datastore->name == text && (isSeen || found.isNull()))
            found = datastore->id;
    }
    if (found.isNull())
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, QString(u"datastore "_s + text)}});
    return found;
}

Result<model::DiskPlacement> placementOf(const QString &text, const model::MigrationRequest &request,
                                         const model::Vm &vm, const model::Inventory &inventory)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return core::errors::invalidArgument(u"disks"_s, text);
    model::DiskPlacement placement{.disk = text.left(equals)};
    const QString place = text.mid(equals + 1);
    const qsizetype colon = place.lastIndexOf(u':');
    const QString datastore = colon < 0 ? place : place.left(colon);
    placement.format = colon < 0 ? QString() : place.mid(colon + 1);
    if (!datastore.isEmpty()) {
        const auto id = datastoreOf(datastore, request.host.value_or(vm.host), inventory);
        if (!id)
            return id.error();
        placement.datastore = *id;
        return placement;
    }
    const auto disk = std::ranges::find(vm.disks, placement.disk, &model::VmDisk::target);
    const DatastoreId present = disk == vm.disks.end() ? DatastoreId() : disk->datastore;
    placement.datastore = request.datastore.value_or(present);
    return placement;
}

} // namespace

Result<model::MigrationRequest> migrationOf(const MigrateVm &operation, const model::Inventory &inventory)
{
    const model::Vm *vm = inventory.find(operation.vm);
    if (vm == nullptr)
        return exists(operation.vm, inventory).why();
    model::MigrationRequest request{.vm = operation.vm,
                                    .host = operation.host,
                                    .datastore = operation.datastore,
                                    .disks = {},
                                    .networks = {},
                                    .pool = {},
                                    .mode = operation.mode,
                                    .priority = operation.priority};
    for (const QString &text : operation.disks) {
        const auto placement = placementOf(text, request, *vm, inventory);
        if (!placement)
            return placement.error();
        request.disks.push_back(*placement);
    }
    return request;
}

Availability availability(const MigrateVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    const Availability movable = vmIsIn({Running, Paused, Off, Crashed}, operation.vm, inventory);
    if (!movable || !operation.hasDestination())
        return movable;
    if (operation.host) {
        if (const Availability takes = takesVms(*operation.host, inventory); !takes)
            return takes;
    }
    const auto request = migrationOf(operation, inventory);
    if (!request)
        return request.error();
    return Availability(migration::check(*request, inventory));
}

Requirements requirements(const MigrateVm &operation, const model::Inventory &inventory)
{
    using enum model::PowerState;
    const model::Vm *vm = inventory.find(operation.vm);
    const bool isOff = vm != nullptr && vm->state != Running && vm->state != Paused;
    Requirements needed{
        {isOff ? Privilege::ResourceColdMigrate : Privilege::ResourceHotMigrate, operation.vm}};
    if (operation.host)
        needed.push_back({Privilege::ResourceAssignVm, *operation.host});
    const auto request = migrationOf(operation, inventory);
    if (!request)
        return needed;
    if (request->datastore)
        needed.push_back({Privilege::DatastoreAllocateSpace, *request->datastore});
    for (const model::DiskPlacement &placement : request->disks) {
        if (!placement.datastore.isNull())
            needed.push_back({Privilege::DatastoreAllocateSpace, placement.datastore});
    }
    return needed;
}

} // namespace core::operations
