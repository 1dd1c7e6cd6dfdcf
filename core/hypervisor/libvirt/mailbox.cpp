// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/mailbox.h"

#include <QMetaObject>

namespace core::hypervisor::libvirt {

void Mailbox::post(HostEvent event)
{
    const std::lock_guard guard(m_mutex);
    const bool isLoss = std::holds_alternative<ConnectionLost>(event);
    if (m_closed || (isLoss && m_lost))
        return;
    m_lost = m_lost || isLoss;
    if (m_home)
        deliver(std::move(event));
    else
        m_waiting.push_back(std::move(event));
}

void Mailbox::open(QObject *home, Receiver receiver)
{
    const std::lock_guard guard(m_mutex);
    m_home = home;
    m_receiver = std::move(receiver);
    for (HostEvent &event : std::exchange(m_waiting, {}))
        deliver(std::move(event));
}

void Mailbox::close()
{
    const std::lock_guard guard(m_mutex);
    m_closed = true;
    m_home = nullptr;
}

void Mailbox::deliver(HostEvent event)
{
    // The receiver is copied: it may close this mailbox while it runs.
    QMetaObject::invokeMethod(
        m_home, [event = std::move(event), receiver = m_receiver] { receiver(event); }, Qt::QueuedConnection);
}

} // namespace core::hypervisor::libvirt
