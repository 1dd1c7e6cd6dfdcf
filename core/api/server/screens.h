// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/httpserver.h"
#include "core/api/server/visitor.h"

#include <QHash>

namespace core::api::server {

/// The tickets to VMs' screens and the screens that are open. A ticket is the permission, once and for 30 s: a
/// browser's WebSocket cannot send a token. Ticket and screen end with the session of whoever asked. One thread.
class Screens
{
public:
    explicit Screens(Clock &clock) : m_clock(clock) {}

    struct Ticket {
        VmId vm;
        SessionId session; ///< null: of a token, which has none
        Monotonic until;
    };

    /// The answer with a new ticket.
    [[nodiscard]] Response issue(VmId vm, SessionId session);
    /// Takes the ticket. `base.denied`: there is none such.
    [[nodiscard]] Result<Ticket> redeem(const QString &ticket);
    /// Remembers an open screen, to close it with its session.
    void add(SessionId session, const std::shared_ptr<StreamEnd> &end);
    void close(SessionId session);

private:
    void dropOld();

    Clock &m_clock;
    QHash<QString, Ticket> m_tickets;
    QMultiHash<SessionId, std::weak_ptr<StreamEnd>> m_open;
};

} // namespace core::api::server
