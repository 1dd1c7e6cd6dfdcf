// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/hypervisor/libvirt/handles.h"

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>

namespace core::hypervisor::libvirt {

/// Directories of one host, as libvirt shows them: the storage pool that has the directory as its target. There can be only
/// one a directory, so those who use the same one share it; one that nobody else made is gone after its last use. Any
/// thread; blocking.
class Directories
{
    struct Entry;

public:
    /// Held while the directory is used.
    class Use
    {
    public:
        Use(Use &&other) noexcept = default;
        Use &operator=(Use &&) = delete;
        ~Use();

        [[nodiscard]] virStoragePoolPtr pool() const;

    private:
        friend class Directories;
        explicit Use(std::shared_ptr<Entry> entry) : m_entry(std::move(entry)) {}
        std::shared_ptr<Entry> m_entry;
    };

    /// What lies in it is known anew. `base.not-found` when there is no such directory.
    [[nodiscard]] Result<Use> open(virConnectPtr connection, const QString &path, const QString &where);
    /// The same, the directory made first (not its parents).
    [[nodiscard]] Result<Use> make(virConnectPtr connection, const QString &path, const QString &where);

private:
    [[nodiscard]] Result<Use> open(virConnectPtr connection, const QString &path, const QString &where,
                                   unsigned flags);

    std::mutex m_mutex; ///< of the table; each entry has its own: a directory that hangs holds up nobody else
    QHash<QString, std::shared_ptr<Entry>> m_entries;
};

} // namespace core::hypervisor::libvirt
