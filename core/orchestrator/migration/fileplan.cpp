// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/fileplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::orchestrator {

namespace {

QString directoryOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

bool isSeenBy(HostId host, const model::Datastore &datastore)
{
    return std::ranges::find(datastore.hosts, host) != datastore.hosts.end();
}

/// What the request says of one disk; absent: it stays as it is.
std::optional<model::DiskPlacement> placementOf(const model::MigrationRequest &request,
                                                const model::VmDisk &disk)
{
    if (disk.device != u"disk" || disk.source.isEmpty())
        return std::nullopt;
    model::DiskPlacement placement{
        .disk = disk.target, .datastore = request.datastore.value_or(disk.datastore), .format = disk.format};
    const auto named = std::ranges::find(request.disks, disk.target, &model::DiskPlacement::disk);
    if (named != request.disks.end()) {
        placement.datastore = named->datastore.isNull() ? placement.datastore : named->datastore;
        placement.format = named->format.isEmpty() ? disk.format : named->format;
    }
    const bool stays = placement.datastore == disk.datastore && placement.format == disk.format;
    return stays || placement.datastore.isNull() ? std::nullopt : std::optional(placement);
}

/// Plans the files of one VM.
class Planner
{
public:
    Planner(const model::MigrationRequest &request, const model::Vm &vm, const model::Inventory &inventory,
            const QHash<DatastoreId, QSet<QString>> &taken)
        : m_request(request),
          m_vm(vm),
          m_inventory(inventory),
          m_taken(taken)
    {}

    FilePlan run()
    {
        for (const model::VmDisk &disk : m_vm.disks) {
            const auto placement = placementOf(m_request, disk);
            if (!placement)
                continue;
            m_plan.files.push_back(
                {.disk = disk.target,
                 .from = disk.source,
                 .to = freeName(homeOn(placement->datastore), nameOf(disk.source), *placement, disk),
                 .format = placement->format,
                 .converts = placement->format != disk.format,
                 .capacity = disk.capacity,
                 .source = disk.datastore,
                 .target = placement->datastore});
        }
        addNvram();
        addLeft();
        return std::move(m_plan);
    }

private:
    /// The directory of the VM's files on a datastore; chosen once for each.
    QString homeOn(DatastoreId id)
    {
        if (const auto known = m_homes.constFind(id); known != m_homes.constEnd())
            return *known;
        const model::Datastore *datastore = m_inventory.find(id);
        const QString root = datastore == nullptr ? QString() : datastore->path;
        for (const model::VmDisk &disk : m_vm.disks) { // one of its disks lies there already
            const bool isHome = disk.datastore == id && directoryOf(disk.source) != root;
            if (isHome && disk.device == u"disk")
                return *m_homes.insert(id, directoryOf(disk.source));
        }
        const QString wanted = homeName();
        QString name = wanted;
        for (int i = 1; m_taken.value(id).contains(name); ++i)
            name = wanted + u'-' + QString::number(i);
        const QString home = root + u'/' + name;
        m_plan.made.push_back(home);
        return *m_homes.insert(id, home);
    }

    /// A home keeps the name that it was made with, whatever the VM is called since.
    [[nodiscard]] QString homeName() const
    {
        for (const model::VmDisk &disk : m_vm.disks) {
            const model::Datastore *datastore = m_inventory.find(disk.datastore);
            if (datastore == nullptr || disk.device != u"disk")
                continue;
            const QString inside = directoryOf(disk.source).mid(datastore->path.size() + 1);
            if (!inside.isEmpty())
                return nameOf(inside);
        }
        return QString(m_vm.name).replace(u'/', u'_');
    }

    /// One that none of the VM's files has.
    QString freeName(const QString &home, QString name, const model::DiskPlacement &placement,
                     const model::VmDisk &disk) const
    {
        const QString ending = u'.' + disk.format;
        if (placement.format != disk.format && name.endsWith(ending))
            name = name.chopped(ending.size()) + u'.' + placement.format;
        QString path = home + u'/' + name;
        const auto isTaken = [&](const QString &wanted) {
            return std::ranges::any_of(m_plan.files, [&](const FileMove &f) { return f.to == wanted; })
                || std::ranges::any_of(m_vm.disks, [&](const auto &d) { return d.source == wanted; });
        };
        if (isTaken(path))
            path = home + u'/' + disk.target + u'-' + name;
        return path;
    }

    /// Of a VM that runs it is in its process and stays behind.
    void addNvram()
    {
        const bool isOff =
            m_vm.state != model::PowerState::Running && m_vm.state != model::PowerState::Paused;
        if (!isOff || !m_vm.hardware || m_vm.hardware->nvram.isEmpty())
            return;
        const QString &path = m_vm.hardware->nvram;
        const HostId to = m_request.host.value_or(m_vm.host);
        DatastoreId source;
        bool isReached = to == m_vm.host;
        for (const auto &datastore : m_inventory.all<model::Datastore>()) {
            if (!isSeenBy(m_vm.host, *datastore) || !path.startsWith(datastore->path + u'/'))
                continue;
            source = datastore->id;
            isReached = isSeenBy(to, *datastore);
        }
        const bool leavesItsDatastore =
            m_request.datastore && !source.isNull() && source != *m_request.datastore;
        if (isReached && !leavesItsDatastore)
            return;
        const DatastoreId target = nvramTarget(to);
        if (target.isNull())
            return; // the checks say so
        m_plan.files.push_back({.disk = {},
                                .from = path,
                                .to = homeOn(target) + u'/' + nameOf(path),
                                .format = u"raw"_s,
                                .converts = false,
                                .capacity = {},
                                .source = source,
                                .target = target});
    }

    /// With the first disk.
    [[nodiscard]] DatastoreId nvramTarget(HostId host) const
    {
        for (const FileMove &file : m_plan.files)
            return file.target;
        for (const model::VmDisk &disk : m_vm.disks) {
            const model::Datastore *datastore = m_inventory.find(disk.datastore);
            if (disk.device == u"disk" && datastore != nullptr && isSeenBy(host, *datastore))
                return disk.datastore;
        }
        return {};
    }

    void addLeft()
    {
        for (const FileMove &file : m_plan.files) {
            const model::Datastore *datastore = m_inventory.find(file.source);
            const QString directory = directoryOf(file.from);
            if (datastore == nullptr || directory == datastore->path)
                continue;
            const bool staysUsed = std::ranges::any_of(m_vm.disks, [&](const model::VmDisk &disk) {
                return directoryOf(disk.source) == directory
                    && std::ranges::find(m_plan.files, disk.source, &FileMove::from) == m_plan.files.end();
            });
            const bool staysHome = std::ranges::any_of(
                m_plan.files, [&](const FileMove &each) { return directoryOf(each.to) == directory; });
            if (!staysUsed && !staysHome && std::ranges::find(m_plan.left, directory) == m_plan.left.end())
                m_plan.left.push_back(directory);
        }
    }

    const model::MigrationRequest &m_request;
    const model::Vm &m_vm;
    const model::Inventory &m_inventory;
    const QHash<DatastoreId, QSet<QString>> &m_taken;
    QHash<DatastoreId, QString> m_homes;
    FilePlan m_plan;
};

} // namespace

std::vector<DatastoreId> targetsOf(const model::MigrationRequest &request, const model::Vm &vm)
{
    std::vector<DatastoreId> targets;
    for (const model::VmDisk &disk : vm.disks) {
        const auto placement = placementOf(request, disk);
        if (placement && std::ranges::find(targets, placement->datastore) == targets.end())
            targets.push_back(placement->datastore);
    }
    return targets;
}

FilePlan planFiles(const model::MigrationRequest &request, const model::Vm &vm,
                   const model::Inventory &inventory, const QHash<DatastoreId, QSet<QString>> &taken)
{
    Planner planner(request, vm, inventory, taken);
    return planner.run();
}

QString otherUserOf(const FilePlan &plan, const model::Vm &vm, const model::Inventory &inventory)
{
    QSet<QString> paths;
    for (const FileMove &file : plan.files)
        paths.insert(file.from);
    for (const auto &other : inventory.all<model::Vm>()) {
        if (other->id == vm.id)
            continue;
        for (const model::VmDisk &disk : other->disks) {
            if (!paths.contains(disk.source))
                continue;
            const auto file = std::ranges::find(plan.files, disk.source, &FileMove::from);
            if (file->source == disk.datastore) // the same path on another datastore is another file
                return other->name;
        }
    }
    return {};
}

} // namespace core::orchestrator
