// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tree.h"
#include "core/operations/datastore/registervm.h"
#include "core/operations/vm/create.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

Availability folderFits(FolderId folder, HostId host, const model::Inventory &inventory)
{
    const model::Folder *known = inventory.find(folder);
    if (known == nullptr)
        return exists(folder, inventory);
    if (known->contents != model::FolderKind::Vm)
        return Error(errors::WrongPlace, QJsonObject{{u"name"_s, known->name}});
    if (datacenterOf(folder, inventory) != datacenterOf(host, inventory))
        return Error(errors::OtherDatacenter, QJsonObject{{u"name"_s, known->name}});
    return {};
}

/// Leads nowhere else than it says: no way up, and nothing that ends a text early.
bool isPlainPath(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return !parts.contains(u".."_s) && !parts.contains(u"."_s) && !path.contains(QChar(0));
}

/// The datastore that a file of the host lies on; null: none.
DatastoreId datastoreOfFile(const QString &path, HostId host, const model::Inventory &inventory)
{
    for (const auto &datastore : inventory.all<model::Datastore>()) {
        const bool isThere = std::ranges::find(datastore->hosts, host) != datastore->hosts.end();
        if (isThere && !datastore->path.isEmpty() && path.startsWith(datastore->path + u'/'))
            return datastore->id;
    }
    return {};
}

} // namespace

/// What is not said yet (a form is being filled in) speaks against nothing.
Availability availability(const CreateVm &operation, const model::Inventory &inventory)
{
    const auto host = hostFor(operation.parent, operation.datastore, inventory);
    if (!host)
        return host.error();
    if (!operation.name.isEmpty()) {
        if (auto free = nameIsFree(operation.name, *host, model::Kind::Vm, std::nullopt, inventory); !free)
            return free;
    }
    if (auto cpus = cpuCountIsValid(operation.cpuCount.value_or(1), *host, inventory); !cpus)
        return cpus;
    if (auto memory = memoryIsValid(operation.memory.value_or(CreateVm::usualMemory)); !memory)
        return memory;
    if (!operation.datastore.isNull()) {
        const Bytes disk = operation.disk.value_or(CreateVm::usualDisk);
        if (auto room = hasRoomFor(disk, operation.datastore, *host, inventory); !room)
            return room;
    }
    const QString disc = operation.cdrom.value_or(QString());
    if (!disc.isEmpty() && (!disc.startsWith(u'/') || !isPlainPath(disc)))
        return core::errors::invalidArgument(u"cdrom"_s, u"a whole path without “..” expected"_s);
    if (operation.network) {
        if (auto known = knowsNetwork(*operation.network, *host, inventory); !known)
            return known;
    }
    return operation.folder ? folderFits(*operation.folder, *host, inventory) : Availability();
}

/// A guest reads all of its disc. What lies on a datastore is read by who may browse it; any other file of the host (its
/// passwords, its devices) only by who may do everything.
Requirements requirements(const CreateVm &operation, const model::Inventory &inventory)
{
    Requirements needed{{Privilege::VmInventoryCreate, operation.parent},
                        {Privilege::ResourceAssignVm, operation.parent}};
    if (!operation.datastore.isNull())
        needed.push_back({Privilege::DatastoreAllocateSpace, operation.datastore});
    if (const QString disc = operation.cdrom.value_or(QString()); !disc.isEmpty()) {
        const auto host = hostFor(operation.parent, operation.datastore, inventory);
        const DatastoreId datastore = host ? datastoreOfFile(disc, *host, inventory) : DatastoreId();
        if (datastore.isNull())
            needed.push_back({Privilege::GlobalSettings, model::ObjectRef()});
        else
            needed.push_back({Privilege::DatastoreBrowse, datastore});
    }
    if (operation.network)
        needed.push_back({Privilege::NetworkAssign, *operation.network});
    if (operation.folder)
        needed.push_back({Privilege::VmInventoryCreate, *operation.folder});
    return needed;
}

Availability availability(const RegisterVm &operation, const model::Inventory &inventory)
{
    if (operation.parent.isRoot()) // asked before it is known where
        return exists(operation.datastore, inventory);
    const auto host = hostFor(operation.parent, operation.datastore, inventory);
    if (!host)
        return host.error();
    if (!operation.datastore.isNull()) {
        if (auto seen = hasRoomFor(Bytes(), operation.datastore, *host, inventory); !seen)
            return seen;
    }
    const QString &path = operation.path;
    if (!path.isEmpty() && (path.startsWith(u'/') || !isPlainPath(path)))
        return Error(errors::PathOutside, QJsonObject{{u"path"_s, path}});
    return operation.folder ? folderFits(*operation.folder, *host, inventory) : Availability();
}

Requirements requirements(const RegisterVm &operation, const model::Inventory &)
{
    Requirements needed{{Privilege::VmInventoryRegister, operation.parent},
                        {Privilege::ResourceAssignVm, operation.parent}};
    if (!operation.datastore.isNull())
        needed.push_back({Privilege::DatastoreBrowse, operation.datastore});
    return needed;
}

} // namespace core::operations
