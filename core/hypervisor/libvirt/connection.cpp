// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/connection.h"

#include "core/hypervisor/libvirt/events.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

constexpr int keepAliveSeconds = 2;
constexpr unsigned keepAliveMisses = 3;

struct LossWatch {
    std::shared_ptr<Mailbox> mailbox;
    QString where;
};

QString reasonText(int reason)
{
    switch (reason) {
    case VIR_CONNECT_CLOSE_REASON_EOF: return u"the daemon closed the connection"_s;
    case VIR_CONNECT_CLOSE_REASON_KEEPALIVE: return u"the daemon did not answer keep-alive messages"_s;
    case VIR_CONNECT_CLOSE_REASON_CLIENT: return u"the connection was closed here"_s;
    default: return u"the connection failed"_s;
    }
}

void onClosed(virConnectPtr /*connection*/, int reason, void *opaque)
{
    const auto *watch = static_cast<LossWatch *>(opaque);
    watch->mailbox->post(ConnectionLost{
        Error(core::errors::Unreachable, QJsonObject{{u"where"_s, watch->where}}, reasonText(reason))});
}

void freeWatch(void *opaque)
{
    delete static_cast<LossWatch *>(opaque);
}

} // namespace

Connection::~Connection()
{
    auto close = [connection = m_connection, watchesLoss = m_watchesLoss,
                  domains = std::move(m_domainCallbacks), pools = std::move(m_poolCallbacks),
                  networks = std::move(m_networkCallbacks)] {
        if (watchesLoss)
            virConnectUnregisterCloseCallback(connection, onClosed);
        for (const int id : domains)
            virConnectDomainEventDeregisterAny(connection, id);
        for (const int id : pools)
            virConnectStoragePoolEventDeregisterAny(connection, id);
        for (const int id : networks)
            virConnectNetworkEventDeregisterAny(connection, id);
        virConnectClose(connection);
    };
    std::thread(std::move(close)).detach();
}

void Connection::watchLoss(const std::shared_ptr<Mailbox> &mailbox, const QString &where)
{
    if (virConnectSetKeepAlive(m_connection, keepAliveSeconds, keepAliveMisses) < 0)
        return; // a driver inside this process (test:///): nothing to lose, and it would never free the watch
    auto *watch = new LossWatch{mailbox, where};
    m_watchesLoss = virConnectRegisterCloseCallback(m_connection, onClosed, watch, freeWatch) == 0;
    if (!m_watchesLoss)
        delete watch; // libvirt takes it only when it succeeds
}

void Connection::watchEvents(const std::shared_ptr<Mailbox> &mailbox)
{
    m_domainCallbacks = watchDomains(m_connection, mailbox);
    m_poolCallbacks = watchPools(m_connection, mailbox);
    m_networkCallbacks = watchNetworks(m_connection, mailbox);
}

} // namespace core::hypervisor::libvirt
