// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/addressmemory.h"
#include "core/hypervisor/libvirt/connection.h"
#include "core/hypervisor/libvirt/guestcounters.h"
#include "core/hypervisor/libvirt/starttimes.h"
#include "core/hypervisor/libvirt/storagememory.h"

#include <memory>
#include <mutex>

namespace core::hypervisor::libvirt {

/// All that the blocking calls to one host need, shared by the jobs on its lanes: a job that hangs keeps what it
/// uses, whatever became of the Hypervisor. Three connections, so that neither a long job nor a slow reading
/// of statistics is in the way of a power operation.
struct Link {
    QString uri; ///< as the endpoint gave it
    QString where; ///< host name or socket, for errors
    std::optional<Capacity> capacity;
    std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
    std::unique_ptr<Connection> control;
    std::unique_ptr<Connection> jobs;
    std::unique_ptr<Connection> statistics;
    bool onThisMachine = false; ///< its processes are in our /proc
    GuestCounters guests; ///< statistics lane only
    StartTimes starts; ///< statistics lane only
    StorageMemory storage; ///< guarded by itself
    AddressMemory addresses; ///< guarded by itself
};

} // namespace core::hypervisor::libvirt
