// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/draft.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

const QString operationName = u"vm.migrate"_s;

/// As a shell reads it back.
QString quoted(const QString &word)
{
    static constexpr QStringView plain = u"-_./:@%+=";
    const bool isPlain = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || plain.contains(c);
    });
    if (isPlain)
        return word;
    QString inner = word;
    return u'\'' + inner.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

bool migrationTakes(QStringView parameter)
{
    const auto *operation = core::operations::findOperation(operationName);
    return operation != nullptr && std::ranges::any_of(operation->parameters, [&](const auto &each) {
               return QStringView(each.name) == parameter;
           });
}

bool isMovable(const core::model::VmDisk &disk)
{
    return disk.device == u"disk" && !disk.datastore.isNull();
}

core::DatastoreId roomiestOf(core::HostId host, const core::model::Inventory &inventory)
{
    const core::model::Datastore *best = nullptr;
    for (const auto &datastore : inventory.all<core::model::Datastore>()) {
        const bool isSeen = std::ranges::find(datastore->hosts, host) != datastore->hosts.end();
        if (isSeen && datastore->accessible && (best == nullptr || best->free < datastore->free))
            best = datastore.get();
    }
    return best != nullptr ? best->id : core::DatastoreId();
}

std::vector<core::HostId> MigrationDraft::hosts(const core::model::Inventory &inventory) const
{
    if (changesHost())
        return host.isNull() ? std::vector<core::HostId>() : std::vector{host};
    std::vector<core::HostId> all;
    for (const core::VmId id : vms) {
        const auto *vm = inventory.find(id);
        if (vm != nullptr && std::ranges::find(all, vm->host) == all.end())
            all.push_back(vm->host);
    }
    return all;
}

/// Those that need to be named one by one.
std::vector<core::model::DiskPlacement>
MigrationDraft::placementsOf(core::VmId vm, const core::model::Inventory &inventory) const
{
    std::vector<core::model::DiskPlacement> placements;
    if (!movesDisks())
        return placements;
    if (eachDisk) {
        for (const DiskChoice &choice : disks) {
            if (choice.vm == vm
                && !(choice.placement.datastore.isNull() && choice.placement.format.isEmpty()))
                placements.push_back(choice.placement);
        }
    } else if (const auto *known = inventory.find(vm); known != nullptr && !format.isEmpty()) {
        for (const core::model::VmDisk &disk : known->disks) {
            if (isMovable(disk))
                placements.push_back({.disk = disk.target, .datastore = datastore, .format = format});
        }
    }
    return placements;
}

bool MigrationDraft::goesSomewhere(core::VmId vm, const core::model::Inventory &inventory) const
{
    const core::model::MigrationRequest request = requestFor(vm, inventory);
    return request.host || request.movesDisks();
}

core::model::MigrationRequest MigrationDraft::requestFor(core::VmId vm,
                                                         const core::model::Inventory &inventory) const
{
    core::model::MigrationRequest request{.vm = vm, .priority = priority};
    if (changesHost() && !host.isNull())
        request.host = host;
    if (movesDisks() && !eachDisk && !datastore.isNull())
        request.datastore = datastore;
    request.disks = placementsOf(vm, inventory);
    return request;
}

core::operations::OperationRequest MigrationDraft::operationFor(core::VmId vm,
                                                                const core::model::Inventory &inventory) const
{
    QJsonObject parameters{{u"vm"_s, vm.toString()}};
    if (changesHost() && !host.isNull())
        parameters.insert(u"host"_s, host.toString());
    if (movesDisks() && !eachDisk && !datastore.isNull())
        parameters.insert(u"datastore"_s, datastore.toString());
    QJsonArray places;
    for (const auto &placement : placementsOf(vm, inventory)) {
        const QString store = placement.datastore.isNull() ? QString() : placement.datastore.toString();
        const QString ending = placement.format.isEmpty() ? QString() : u':' + placement.format;
        places.append(QString(placement.disk + u'=' + store + ending));
    }
    if (!places.isEmpty())
        parameters.insert(u"disks"_s, places);
    if (migrationTakes(u"priority"))
        parameters.insert(u"priority"_s, QString::fromLatin1(core::wireName(priority)));
    return {operationName, parameters};
}

QStringList MigrationDraft::destinationWords(core::VmId vm, const core::model::Inventory &inventory) const
{
    QStringList words;
    if (changesHost() && !host.isNull())
        words += {u"--host"_s, quoted(inventory.nameOf(host))};
    if (movesDisks() && !eachDisk && !datastore.isNull())
        words += {u"--datastore"_s, quoted(inventory.nameOf(datastore))};
    QStringList places;
    for (const auto &placement : placementsOf(vm, inventory)) {
        // where all go to one place, its name needs to be said once only
        const QString store =
            eachDisk && !placement.datastore.isNull() ? inventory.nameOf(placement.datastore) : QString();
        const QString ending = placement.format.isEmpty() ? QString() : u':' + placement.format;
        places += quoted(placement.disk + u'=' + store + ending);
    }
    if (!places.isEmpty())
        words += {u"--disks"_s, places.join(u',')};
    if (priority != core::model::MigrationPriority::Normal)
        words += {u"--priority"_s, QString::fromLatin1(core::wireName(priority))};
    return words;
}

QString MigrationDraft::command(const std::vector<core::VmId> &which,
                                const core::model::Inventory &inventory) const
{
    const QStringList verb{u"vigiectl"_s, u"vm"_s, u"migrate"_s};
    const bool differs = movesDisks() && (eachDisk || !format.isEmpty());
    QStringList lines;
    QStringList names;
    for (const core::VmId vm : which) {
        names += quoted(inventory.nameOf(vm));
        if (differs)
            lines += (verb + QStringList{names.back()} + destinationWords(vm, inventory)).join(u' ');
    }
    if (!differs && !which.empty())
        lines += (verb + names + destinationWords(which.front(), inventory)).join(u' ');
    return lines.join(u" && "_s);
}

} // namespace views
