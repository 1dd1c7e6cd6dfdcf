// SPDX-License-Identifier: GPL-3.0-or-later
// Where the disks are, where they go, and whether there is room.
#include "core/migration/checks.h"

#include <map>

using namespace Qt::StringLiterals;

namespace core::migration {

namespace {

bool isOnNetwork(const model::VmDisk &disk)
{
    return disk.source.contains(u"://"_s);
}

QString formatOf(const model::VmDisk &disk, const model::MigrationRequest &request)
{
    for (const model::DiskPlacement &placement : request.disks) {
        if (placement.disk == disk.target && !placement.format.isEmpty())
            return placement.format;
    }
    return disk.format;
}

/// It stays where it is: then the destination must see it there.
void checkStaying(Case &subject, const model::VmDisk &disk)
{
    if (!subject.changesHost || isOnNetwork(disk) || disk.source.isEmpty())
        return;
    const model::Datastore *datastore = subject.inventory.find(disk.datastore);
    if (datastore == nullptr)
        subject.error(errors::OutsideDatastores,
                      subject.names({{u"disk"_s, disk.target}, {u"path"_s, disk.source}}), subject.vm.id);
    else if (!isSeenBy(subject.destination.id, *datastore))
        subject.error(errors::DatastoreNotSeen,
                      subject.names({{u"datastore"_s, datastore->name}, {u"disk"_s, disk.target}}),
                      datastore->id);
    else if (!datastore->accessible)
        subject.error(errors::DatastoreUnusable, {{u"datastore"_s, datastore->name}}, datastore->id);
    const bool isCached = !disk.cache.isEmpty() && disk.cache != u"none" && disk.cache != u"directsync"
        && disk.cache != u"default";
    if (subject.live && isCached && !hasTrait(disk, model::DiskTrait::ReadOnly))
        subject.warning(errors::DiskCached,
                        subject.names({{u"disk"_s, disk.target}, {u"cache"_s, disk.cache}}), subject.vm.id);
}

void checkMoving(Case &subject, const model::VmDisk &disk, DatastoreId id)
{
    const QJsonObject params = subject.names({{u"disk"_s, disk.target}});
    const model::Datastore *target = subject.inventory.find(id);
    if (target == nullptr) {
        subject.error(core::errors::NotFound, {{u"what"_s, toString(model::ObjectRef(id))}}, id);
        return;
    }
    if (!isSeenBy(subject.destination.id, *target))
        subject.error(errors::TargetNotSeen, subject.names({{u"datastore"_s, target->name}}), id);
    else if (!target->accessible)
        subject.error(errors::DatastoreUnusable, {{u"datastore"_s, target->name}}, id);
    if (hasTrait(disk, model::DiskTrait::Shareable) || hasTrait(disk, model::DiskTrait::ReadOnly)
        || isOnNetwork(disk))
        subject.error(errors::DiskNotCopied, params, subject.vm.id);
    const QString format = formatOf(disk, subject.request);
    if (format != u"raw" && format != u"qcow2")
        subject.error(errors::FormatUnknown, {{u"disk"_s, disk.target}, {u"format"_s, format}},
                      subject.vm.id);
}

void checkNamedDisks(Case &subject)
{
    for (const model::DiskPlacement &placement : subject.request.disks) {
        const bool isKnown = std::ranges::any_of(
            subject.vm.disks, [&](const model::VmDisk &disk) { return disk.target == placement.disk; });
        if (!isKnown)
            subject.error(errors::DiskUnknown, subject.names({{u"disk"_s, placement.disk}}), subject.vm.id);
    }
}

/// What could be written to one datastore: of disks that grow with what they hold, their full size is the most.
struct Room {
    Bytes certain;
    Bytes possible;
};

} // namespace

void checkDisks(Case &subject)
{
    checkNamedDisks(subject);
    for (const model::VmDisk &disk : subject.vm.disks) {
        if (hasTrait(disk, model::DiskTrait::Transient) && subject.live)
            subject.error(errors::DiskTransient, subject.names({{u"disk"_s, disk.target}}), subject.vm.id);
        const DatastoreId target = subject.targetOf(disk);
        if (!target.isNull() && target != disk.datastore)
            checkMoving(subject, disk, target);
        else if (disk.device == u"disk")
            checkStaying(subject, disk);
    }
}

void checkSpace(Case &subject)
{
    std::map<DatastoreId, Room> rooms;
    for (const model::VmDisk &disk : subject.vm.disks) {
        const DatastoreId target = subject.targetOf(disk);
        if (target.isNull() || target == disk.datastore)
            continue;
        Room &room = rooms[target];
        room.possible += disk.capacity;
        if (disk.format == u"raw" && formatOf(disk, subject.request) == u"raw")
            room.certain += disk.capacity;
    }
    for (const auto &[id, room] : rooms) {
        const model::Datastore *target = subject.inventory.find(id);
        if (target == nullptr || room.possible <= target->free)
            continue;
        const QJsonObject params{{u"vm"_s, subject.vm.name},
                                 {u"datastore"_s, target->name},
                                 {u"neededBytes"_s, room.possible.count()},
                                 {u"freeBytes"_s, target->free.count()}};
        if (room.certain > target->free)
            subject.error(errors::SpaceMissing, params, id);
        else
            subject.warning(errors::SpaceTight, params, id);
    }
}

} // namespace core::migration
