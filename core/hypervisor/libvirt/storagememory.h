// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>
#include <optional>

namespace core::hypervisor::libvirt {

/// What we remember of a host's storage, so that asking again is cheap. Any thread.
class StorageMemory
{
public:
    using Now = std::chrono::steady_clock::time_point;

    /// The datastore id in the file at `path`, when it was read; a file found missing is asked for again after a
    /// minute, for somebody may have written it. Absent: read it.
    [[nodiscard]] std::optional<DatastoreId> idAt(const QString &path, Now now) const;
    void remember(const QString &path, DatastoreId id, Now now);

    /// Whether it is time to have a pool look at its directory again: at most once a minute.
    [[nodiscard]] bool startRefresh(const QString &pool, Now now);

    /// Sizes of disks; zero: not known.
    [[nodiscard]] qint64 diskBytes(const QString &source) const;
    /// Whether anybody has looked, successfully or not.
    [[nodiscard]] bool hasDisk(const QString &source) const;
    /// True when it is another size than was known.
    bool rememberDisk(const QString &source, qint64 bytes);

private:
    struct Known {
        DatastoreId id;
        Now when;
    };

    mutable std::mutex m_mutex;
    QHash<QString, Known> m_ids;
    QHash<QString, Now> m_refreshed;
    QHash<QString, qint64> m_disks;
};

} // namespace core::hypervisor::libvirt
