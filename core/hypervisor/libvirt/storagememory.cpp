// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/storagememory.h"

#include <utility>

namespace core::hypervisor::libvirt {

using namespace std::chrono_literals;

std::optional<DatastoreId> StorageMemory::idAt(const QString &path, Now now) const
{
    const std::lock_guard guard(m_mutex);
    const auto known = m_ids.constFind(path);
    if (known == m_ids.constEnd() || (known->id.isNull() && now - known->when > 1min))
        return std::nullopt;
    return known->id;
}

void StorageMemory::remember(const QString &path, DatastoreId id, Now now)
{
    const std::lock_guard guard(m_mutex);
    m_ids.insert(path, {id, now});
}

bool StorageMemory::startRefresh(const QString &pool, Now now)
{
    const std::lock_guard guard(m_mutex);
    const auto last = m_refreshed.constFind(pool);
    if (last != m_refreshed.constEnd() && now - *last < 1min)
        return false;
    m_refreshed.insert(pool, now);
    return true;
}

qint64 StorageMemory::diskBytes(const QString &source) const
{
    const std::lock_guard guard(m_mutex);
    return m_disks.value(source);
}

bool StorageMemory::hasDisk(const QString &source) const
{
    const std::lock_guard guard(m_mutex);
    return m_disks.contains(source);
}

bool StorageMemory::rememberDisk(const QString &source, qint64 bytes)
{
    const std::lock_guard guard(m_mutex);
    return std::exchange(m_disks[source], bytes) != bytes;
}

} // namespace core::hypervisor::libvirt
