// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/mailbox.h"

#include <libvirt/libvirt.h>

#include <memory>
#include <vector>

namespace core::hypervisor::libvirt {

/// One libvirt connection. Closing it can wait for a daemon that does not answer; so the last owner, on
/// whatever thread, leaves the closing to a thread of its own and goes on.
class Connection
{
public:
    explicit Connection(virConnectPtr connection) : m_connection(connection) {}
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    [[nodiscard]] virConnectPtr get() const { return m_connection; }

    /// Tells the mailbox when the connection breaks, which a daemon that is dead or stopped makes it do within about
    /// 8 s; `where` is for the error. Blocks.
    void watchLoss(const std::shared_ptr<Mailbox> &mailbox, const QString &where);
    /// Tells the mailbox what the host says of VMs, storage and networks. A driver without a kind of event
    /// is watched without it. Blocks.
    void watchEvents(const std::shared_ptr<Mailbox> &mailbox);

private:
    virConnectPtr m_connection;
    bool m_watchesLoss = false;
    std::vector<int> m_domainCallbacks;
    std::vector<int> m_poolCallbacks;
    std::vector<int> m_networkCallbacks;
};

} // namespace core::hypervisor::libvirt
