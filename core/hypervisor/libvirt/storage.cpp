// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/storage.h"

#include "core/hypervisor/libvirt/events.h"
#include "core/hypervisor/libvirt/handles.h"
#include "core/hypervisor/libvirt/hostxml.h"
#include "core/hypervisor/libvirt/libvirterror.h"

#include <libvirt/virterror.h>

#include <QJsonDocument>
#include <QLoggingCategory>

#include <array>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

Q_LOGGING_CATEGORY(lcStorage, "vigie.hypervisor.libvirt")

constexpr qsizetype largestIdentity = 64 * 1024;

/// A pool over one directory that exists only while we look into it.
class TransientPool
{
public:
    TransientPool(virConnectPtr connection, const QString &directory)
    {
        const QString name =
            QString::fromLatin1(transientPoolPrefix) + QUuid::createUuid().toString(QUuid::WithoutBraces);
        const QString xml = u"<pool type='dir'><name>%1</name><target><path>%2</path></target></pool>"_s.arg(
            name, directory.toHtmlEscaped().replace(u'\'', "&apos;"_L1));
        m_pool.reset(virStoragePoolCreateXML(connection, xml.toUtf8().constData(), 0));
    }
    TransientPool(const TransientPool &) = delete;
    TransientPool &operator=(const TransientPool &) = delete;
    ~TransientPool()
    {
        if (m_pool)
            virStoragePoolDestroy(m_pool.get()); // a dir pool's end leaves the directory alone
    }

    [[nodiscard]] virStoragePoolPtr get() const { return m_pool.get(); }

private:
    PoolPtr m_pool;
};

/// The bytes of a small volume; empty when it cannot be read.
QByteArray download(virConnectPtr connection, virStorageVolPtr volume)
{
    const StreamPtr stream(virStreamNew(connection, 0));
    if (!stream || virStorageVolDownload(volume, stream.get(), 0, largestIdentity, 0) < 0)
        return {};
    QByteArray content;
    std::array<char, 4096> buffer{};
    for (;;) {
        const int got = virStreamRecv(stream.get(), buffer.data(), buffer.size());
        if (got == 0)
            break;
        if (got < 0 || content.size() + got > largestIdentity) {
            virStreamAbort(stream.get());
            return {};
        }
        content.append(buffer.data(), got);
    }
    return virStreamFinish(stream.get()) == 0 ? content : QByteArray();
}

/// The id in `<path>/.vigie/datastore.json`, or null. Read through the daemon: the file is the host's.
DatastoreId readIdentity(virConnectPtr connection, const QString &path)
{
    const TransientPool pool(connection, path + u"/.vigie"_s);
    if (!pool.get())
        return {}; // no such directory, or not ours to read
    const VolumePtr volume(virStorageVolLookupByName(pool.get(), "datastore.json"));
    if (!volume)
        return {};
    const auto json = QJsonDocument::fromJson(download(connection, volume.get()));
    const auto id = DatastoreId::fromString(json.object().value(u"id"_s).toString());
    if (id.isNull())
        qCWarning(lcStorage) << "no id in datastore.json"
                             << "path" << path << "why" << lastFailure().message;
    return id;
}

DatastoreId identityOf(Link &link, const QString &path)
{
    const auto now = std::chrono::steady_clock::now();
    if (const auto known = link.storage.idAt(path, now))
        return *known;
    const DatastoreId id = readIdentity(link.jobs->get(), path);
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
