// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/simulated/filestore.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::hypervisor {

namespace {

constexpr auto diskName = "/disk.qcow2"_L1;
constexpr qint64 gib = qint64(1) << 30;

QString directoryOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

Error notFound(const QString &path)
{
    return Error(core::errors::NotFound, QJsonObject{{u"what"_s, path}});
}

HostFile directoryNamed(const QString &name)
{
    return {.name = name, .type = FileType::Directory};
}

/// The datastore of the host that a path is on; null: on none.
const simulation::DatastoreRecord *datastoreOf(const simulation::State &state, HostId host,
                                               const QString &path)
{
    for (const quint32 number : state.hosts[state.hostById.value(host)].datastores) {
        const auto &datastore = state.datastores[number];
        if (path == datastore.path || path.startsWith(datastore.path + u'/'))
            return &datastore;
    }
    return nullptr;
}

/// A quarter of a disk is written.
HostFile diskOf(const simulation::VmRecord &vm)
{
    const Bytes capacity(qint64(vm.diskGib) * gib);
    return {.name = u"disk.qcow2"_s,
            .format = u"qcow2"_s,
            .size = capacity / 4,
            .capacity = capacity,
            .allocation = capacity / 4};
}

} // namespace

Result<QString> SimulatedFileStore::keyOf(HostId host, const QString &path) const
{
    const auto *datastore = datastoreOf(m_world->state(), host, path);
    if (datastore == nullptr)
        return notFound(path);
    return datastore->id.toString() + path;
}

std::optional<SimulatedFileStore::Stored> SimulatedFileStore::disk(HostId host, const QString &path) const
{
    const simulation::State &state = m_world->state();
    const auto *datastore = datastoreOf(state, host, path);
    if (datastore == nullptr || !path.endsWith(diskName))
        return std::nullopt;
    for (const simulation::VmRecord &vm : state.vms) {
        if (&state.datastores[vm.datastore] == datastore
            && path == datastore->path + u'/' + vm.directory + diskName)
            return Stored{
                .file = diskOf(vm),
                .digest = QCryptographicHash::hash(vm.id.toString().toUtf8(), QCryptographicHash::Sha256)};
    }
    return std::nullopt;
}

bool SimulatedFileStore::isDirectory(HostId host, const QString &path) const
{
    const simulation::State &state = m_world->state();
    const auto *datastore = datastoreOf(state, host, path);
    if (datastore == nullptr)
        return false;
    if (datastore->path == path)
        return true;
    if (const auto key = keyOf(host, path); m_written.contains(*key))
        return m_written.value(*key).file.type == FileType::Directory;
    return std::ranges::any_of(state.vms, [&](const simulation::VmRecord &vm) {
        return &state.datastores[vm.datastore] == datastore && path == datastore->path + u'/' + vm.directory;
    });
}

Result<std::vector<HostFile>> SimulatedFileStore::list(HostId host, const QString &directory) const
{
    if (!isDirectory(host, directory))
        return notFound(directory);
    const simulation::State &state = m_world->state();
    const auto *datastore = datastoreOf(state, host, directory);
    std::vector<HostFile> files;
    QSet<QString> names;
    const auto add = [&](HostFile file) {
        if (!names.contains(file.name))
            files.push_back(file);
        names.insert(file.name);
    };
    const QString prefix = *keyOf(host, directory);
    for (auto it = m_written.begin(); it != m_written.end(); ++it) {
        if (directoryOf(it.key()) == prefix)
            add(it->file);
    }
    for (const simulation::VmRecord &vm : state.vms) {
        if (&state.datastores[vm.datastore] != datastore)
            continue;
        if (directory == datastore->path)
            add(directoryNamed(vm.directory));
        else if (directory == datastore->path + u'/' + vm.directory)
            add(diskOf(vm));
    }
    return files;
}

Result<SimulatedFileStore::Stored> SimulatedFileStore::find(HostId host, const QString &path) const
{
    const auto key = keyOf(host, path);
    if (!key)
        return key.error();
    if (const auto it = m_written.constFind(*key); it != m_written.constEnd())
        return *it;
    if (auto known = disk(host, path))
        return *std::move(known);
    if (isDirectory(host, path))
        return Stored{.file = directoryNamed(nameOf(path))};
    return notFound(path);
}

Result<void> SimulatedFileStore::put(HostId host, const QString &path, Stored stored)
{
    if (find(host, path))
        return Error(core::errors::Conflict, u"it exists already: "_s + path);
    if (!isDirectory(host, directoryOf(path)))
        return notFound(directoryOf(path));
    stored.file.name = nameOf(path);
    m_written.insert(*keyOf(host, path), std::move(stored));
    return {};
}

Result<void> SimulatedFileStore::remove(HostId host, const QString &path)
{
    const auto stored = find(host, path);
    if (!stored)
        return stored.error();
    if (stored->file.type == FileType::Directory && !list(host, path)->empty())
        return Error(core::errors::Conflict, u"the directory is not empty: "_s + path);
    if (m_written.remove(*keyOf(host, path)) == 0)
        return Error(core::errors::Conflict, u"a VM of the simulation uses it: "_s + path);
    return {};
}

} // namespace core::hypervisor
