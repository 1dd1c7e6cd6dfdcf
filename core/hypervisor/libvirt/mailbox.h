// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/hypervisor.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <vector>

namespace core::hypervisor::libvirt {

/// The way of events from libvirt's thread to the owner of a Hypervisor. Shared by both sides, so that neither
/// need wait for the other to end.
class Mailbox
{
public:
    using Receiver = std::function<void(const HostEvent &)>;

    /// Any thread. Kept until there is a receiver, dropped after close().
    void post(HostEvent event);
    /// From now on `receiver` is called on `home`'s thread, never from inside this call. Owner's thread.
    void open(QObject *home, Receiver receiver);
    /// After this nothing is delivered. Owner's thread, before `home` dies.
    void close();

private:
    void deliver(HostEvent event);

    std::mutex m_mutex;
    QObject *m_home = nullptr;
    Receiver m_receiver;
    std::vector<HostEvent> m_waiting;
    bool m_closed = false;
    bool m_lost = false; ///< all connections break at once; it is said once
};

} // namespace core::hypervisor::libvirt
