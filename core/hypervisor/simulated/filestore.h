// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/hostfiles.h"
#include "core/simulation/world.h"

#include <QHash>

namespace core::hypervisor {

/// The files on the datastores of a simulated world. The disks of its VMs are there by themselves; only what was written
/// since is kept. A disk's content is no more than its digest. One thread, the clock's.
class SimulatedFileStore
{
public:
    struct Stored {
        HostFile file;
        QByteArray content; ///< of small files
        QByteArray digest;
    };

    explicit SimulatedFileStore(const simulation::World *world) : m_world(world) {}

    [[nodiscard]] Result<std::vector<HostFile>> list(HostId host, const QString &directory) const;
    [[nodiscard]] Result<Stored> find(HostId host, const QString &path) const;
    /// A new one; its name is that of the path.
    Result<void> put(HostId host, const QString &path, Stored stored);
    Result<void> remove(HostId host, const QString &path);

private:
    /// A path with the datastore that it is on: the same on each host that sees it.
    [[nodiscard]] Result<QString> keyOf(HostId host, const QString &path) const;
    [[nodiscard]] std::optional<Stored> disk(HostId host, const QString &path) const;
    [[nodiscard]] bool isDirectory(HostId host, const QString &path) const;

    const simulation::World *m_world;
    QHash<QString, Stored> m_written;
};

} // namespace core::hypervisor
