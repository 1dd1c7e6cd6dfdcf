// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/directories.h"

#include "core/hypervisor/libvirt/events.h"
#include "core/hypervisor/libvirt/fileerror.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

struct Directories::Entry {
    std::mutex mutex;
    int users = 0;
    PoolPtr pool;
    bool isOurs = false; ///< made for us: nobody else knows it
};

namespace {

PoolPtr createPool(virConnectPtr connection, const QString &path, unsigned flags)
{
    const QString name =
        QString::fromLatin1(transientPoolPrefix) + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString xml =
        u"<pool type='dir'><name>%1</name><target><path>%2</path><permissions><mode>0755</mode></permissions>"
        "</target></pool>"_s.arg(name, path.toHtmlEscaped().replace(u'\'', "&apos;"_L1));
    return PoolPtr(virStoragePoolCreateXML(connection, xml.toUtf8().constData(), flags));
}

bool isTransient(virStoragePoolPtr pool)
{
    return QByteArrayView(virStoragePoolGetName(pool)).startsWith(transientPoolPrefix);
}

} // namespace

Directories::Use::~Use()
{
    if (!m_entry)
        return;
    const std::lock_guard guard(m_entry->mutex);
    if (--m_entry->users > 0)
        return;
    if (m_entry->isOurs)
        virStoragePoolDestroy(m_entry->pool.get()); // a dir pool's end leaves the directory alone
    m_entry->pool.reset();
}

virStoragePoolPtr Directories::Use::pool() const
{
    return m_entry->pool.get();
}

Result<Directories::Use> Directories::open(virConnectPtr connection, const QString &path,
                                           const QString &where)
{
    return open(connection, path, where, 0);
}

Result<Directories::Use> Directories::make(virConnectPtr connection, const QString &path,
                                           const QString &where)
{
    return open(connection, path, where, VIR_STORAGE_POOL_CREATE_WITH_BUILD);
}

Result<Directories::Use> Directories::open(virConnectPtr connection, const QString &path,
                                           const QString &where, unsigned flags)
{
    std::shared_ptr<Entry> entry;
    {
        const std::lock_guard guard(m_mutex);
        auto &known = m_entries[path];
        if (!known)
            known = std::make_shared<Entry>();
        entry = known;
    }
    const std::lock_guard guard(entry->mutex);
    if (entry->users == 0) {
        entry->pool.reset(virStoragePoolLookupByTargetPath(connection, path.toUtf8().constData()));
        const bool isThere = entry->pool && virStoragePoolIsActive(entry->pool.get()) == 1;
        // One of our kind that is left over, from a core that was killed, is ours from now on.
        entry->isOurs = !isThere || isTransient(entry->pool.get());
        if (!isThere)
            entry->pool = createPool(connection, path, flags);
        if (!entry->pool)
            return fileError(path, where);
    }
    // While another one's copy is being made there, it cannot: what there was is known then.
    if (virStoragePoolRefresh(entry->pool.get(), 0) < 0) {
        const Failure failure = lastFailure();
        if (virStoragePoolIsActive(entry->pool.get()) != 1 && entry->users == 0) {
            entry->pool.reset();
            return fileError(failure, path, where);
        }
    }
    ++entry->users;
    return Use(entry);
}

} // namespace core::hypervisor::libvirt
