// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/addressmemory.h"
#include "core/hypervisor/libvirt/connection.h"
#include "core/hypervisor/libvirt/directories.h"
#include "core/hypervisor/libvirt/guestcounters.h"
#include "core/hypervisor/libvirt/starttimes.h"
#include "core/hypervisor/libvirt/storagememory.h"
#include "core/hypervisor/libvirt/turns.h"

#include <array>
#include <atomic>
#include <memory>

namespace core::hypervisor::libvirt {

/// All that the blocking calls to one host need, shared by the jobs on its lanes: a job that hangs keeps what it
/// uses, whatever became of the Hypervisor. Several connections, so that neither a long job nor a VM whose process hangs
/// is in the way of others: a daemon stops reading from a connection, its signs of life too, that has five requests
/// waiting, so none ever has more than four.
struct Link : std::enable_shared_from_this<Link> {
    QString uri; ///< as the endpoint gave it
    QString where; ///< host name or socket, for errors
    std::optional<Capacity> capacity;
    std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
    std::unique_ptr<Connection> control; ///< only for what libvirt answers by itself
    std::unique_ptr<Connection> jobs; ///< long ones, and questions to the agents of guests
    std::unique_ptr<Connection> statistics;
    std::unique_ptr<Connection> machines; ///< for what waits for one VM's process
    std::unique_ptr<Connection> endings; ///< power-off: what ends a process that hangs must not wait for it
    std::unique_ptr<Connection> files; ///< on datastores, which may hang
    std::unique_ptr<Connection> copies; ///< of whole disks
    std::array<std::unique_ptr<Connection>, 2> migrations; ///< each call lasts as long as a migration does
    std::atomic<unsigned> migrationsBegun = 0;
    bool onThisMachine = false; ///< its processes are in our /proc
    std::atomic<int> monitorReaders = 0;
    Turns turns; ///< on `machines`; guarded by itself
    GuestCounters guests; ///< statistics lane only
    StartTimes starts; ///< statistics lane only
    StorageMemory storage; ///< guarded by itself
    Directories directories; ///< guarded by itself
    AddressMemory addresses; ///< guarded by itself

    /// In turns, so that eight migrations are four on each.
    [[nodiscard]] const Connection &nextForMigration()
    {
        return *migrations[migrationsBegun++ % migrations.size()];
    }
};

} // namespace core::hypervisor::libvirt
