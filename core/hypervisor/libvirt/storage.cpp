// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/storage.h"

#include "core/hypervisor/libvirt/events.h"
#include "core/hypervisor/libvirt/files.h"
#include "core/hypervisor/libvirt/handles.h"
#include "core/hypervisor/libvirt/hostxml.h"
#include "core/hypervisor/libvirt/libvirterror.h"

#include <libvirt/virterror.h>

#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

Q_LOGGING_CATEGORY(lcStorage, "vigie.hypervisor.libvirt")

/// The id in `<path>/.vigie/datastore.json`, or null. Read through the daemon: the file is the host's.
DatastoreId readIdentity(Link &link, const QString &path)
{
    const auto content = readFile(link, path + u"/.vigie/datastore.json"_s);
    if (!content)
        return {}; // no such file, or not ours to read
    const auto id =
        DatastoreId::fromString(QJsonDocument::fromJson(*content).object().value(u"id"_s).toString());
    if (id.isNull())
        qCWarning(lcStorage) << "no id in datastore.json"
                             << "path" << path;
    return id;
}

DatastoreId identityOf(Link &link, const QString &path)
{
    const auto now = std::chrono::steady_clock::now();
    if (const auto known = link.storage.idAt(path, now))
        return *known;
    const DatastoreId id = readIdentity(link, path);
    link.storage.remember(path, id, now);
    return id;
}

Result<model::Datastore> describe(Link &link, virStoragePoolPtr pool)
{
    const QString name = QString::fromUtf8(virStoragePoolGetName(pool));
    if (link.storage.startRefresh(name, std::chrono::steady_clock::now())
        && virStoragePoolRefresh(pool, 0) < 0)
        qCInfo(lcStorage) << "not refreshed"
                          << "pool" << name << "why" << lastFailure().message;
    const Text xml(virStoragePoolGetXMLDesc(pool, 0));
    if (!xml)
        return lastError(link.where);
    auto datastore = parsePool(QByteArray(xml.get()));
    if (!datastore)
        return datastore;
    datastore->accessible = virStoragePoolIsActive(pool) == 1; // a refresh that fails deactivates the pool
    const bool hasDirectory =
        datastore->type == "dir"_L1 || datastore->type == "netfs"_L1 || datastore->type == "fs"_L1;
    if (hasDirectory && datastore->accessible && !datastore->path.isEmpty())
        datastore->id = identityOf(link, datastore->path);
    return datastore;
}

} // namespace

Result<std::vector<model::Datastore>> readDatastores(Link &link)
{
    virStoragePoolPtr *list = nullptr;
    const int count =
        virConnectListAllStoragePools(link.jobs->get(), &list, VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE);
    std::vector<model::Datastore> datastores;
    if (count < 0) {
        const Failure failure = lastFailure();
        if (failure.code == VIR_ERR_NO_SUPPORT)
            return datastores; // a daemon without storage pools
        return toError(failure, link.where);
    }
    for (const PoolPtr &pool : adopt<PoolPtr>(list, count)) {
        if (QByteArrayView(virStoragePoolGetName(pool.get())).startsWith(transientPoolPrefix))
            continue;
        auto datastore = describe(link, pool.get());
        if (datastore)
            datastores.push_back(*std::move(datastore));
        else if (datastore.error().is(core::errors::Unreachable))
            return datastore.error();
        else if (!datastore.error().is(core::errors::NotFound)) // gone since the list was made
            qCWarning(lcStorage) << "cannot describe a pool"
                                 << "host" << link.where << "why" << datastore.error().detail;
    }
    return datastores;
}

} // namespace core::hypervisor::libvirt
