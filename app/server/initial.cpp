// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/initial.h"

#include "core/lab/lab.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace server {

using namespace core;
using orchestrator::InitialHost;
using orchestrator::InitialInventory;

namespace {

template <class T>
model::Object object(T value)
{
    return std::make_shared<const T>(std::move(value));
}

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

std::optional<hypervisor::Capacity> capacityOf(const QString &hostDirectory)
{
    const QJsonObject json = readJson(QDir(hostDirectory).filePath(u"host.json"_s));
    if (json.isEmpty())
        return std::nullopt;
    const auto models = json::fromJson<std::vector<QString>>(json.value(u"cpuModels"_s));
    return hypervisor::Capacity{.logicalCpus = json.value(u"logicalCpus"_s).toInt(),
                                .cpuMhz = MegaHertz(json.value(u"cpuMhz"_s).toInteger()),
                                .memory = Bytes(json.value(u"memoryBytes"_s).toInteger()),
                                .cpuModels = models ? *models : std::vector<QString>(),
                                .bootFile = QDir(hostDirectory).filePath(u"init.pid"_s)};
}

} // namespace

Result<InitialInventory> labInventory(const QString &coreDirectory)
{
    const QString path = QDir(coreDirectory).filePath(u"../lab.json"_s);
    if (!QFile::exists(path))
        return InitialInventory{};
    const auto lab = json::fromJson<lab::LabStatus>(readJson(path));
    if (!lab)
        return lab.error();
    // Ids of their own names: the same after each start, also of a lost database.
    const QUuid id = QUuid::fromString(lab->id);
    InitialInventory initial;
    QSet<QString> known;
    for (const lab::LabHost &host : lab->hosts) {
        const QString &name = host.datacenter;
        const model::Datacenter datacenter{
            .id = DatacenterId(QUuid::createUuidV5(id, u"datacenter "_s + name)), .name = name};
        const model::Cluster cluster{.id = ClusterId(QUuid::createUuidV5(id, u"cluster "_s + name)),
                                     .name = name,
                                     .parent = datacenter.id};
        if (!known.contains(name)) {
            known.insert(name);
            initial.objects.push_back(object(datacenter));
            initial.objects.push_back(object(cluster));
        }
        initial.hosts.push_back(InitialHost{.host = {.id = host.uuid,
                                                     .name = host.name,
                                                     .parent = cluster.id,
                                                     .uri = host.uri,
                                                     .lab = true,
                                                     .peerUri = host.peerUri,
                                                     .migrationUri = host.migrationUri},
                                            .capacity = capacityOf(host.directory)});
    }
    return initial;
}

InitialInventory simulatedInventory(const simulation::Topology &topology)
{
    InitialInventory initial;
    for (const auto &each : topology.datacenters)
        initial.objects.push_back(object(each));
    for (const auto &each : topology.folders)
        initial.objects.push_back(object(each));
    for (const auto &each : topology.clusters)
        initial.objects.push_back(object(each));
    for (const auto &each : topology.pools)
        initial.objects.push_back(object(each));
    for (const auto &each : topology.hosts)
        initial.hosts.push_back(InitialHost{.host = each});
    for (const auto &each : topology.vms)
        initial.homes.insert(each.vm, {.folder = each.folder, .pool = each.pool});
    return initial;
}

InitialInventory singleHostInventory(const QString &uri)
{
    const QString address = QUrl(uri).host();
    InitialInventory initial;
    initial.hosts.push_back(
        InitialHost{.host = {.name = address.isEmpty() ? u"localhost"_s : address, .uri = uri}});
    return initial;
}

InitialInventory emptyInventory()
{
    InitialInventory initial;
    initial.objects = {object(
        model::Datacenter{.id = DatacenterId(QUuid::createUuidV5(QUuid(), u"vigie first datacenter"_s)),
                          .name = u"Datacenter"_s})};
    return initial;
}

} // namespace server
