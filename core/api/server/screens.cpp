// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/screens.h"

#include "core/api/server/answers.h"
#include "core/identity/secret.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::api::server {

namespace {
constexpr auto ticketLife = 30s;
}

void StreamEnd::set(std::function<void()> close)
{
    bool late = false;
    {
        const std::lock_guard lock(m_mutex);
        late = m_closed;
        m_close = late ? std::function<void()>() : close;
    }
    if (late && close)
        close();
}

void StreamEnd::close()
{
    std::function<void()> call;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        call = std::exchange(m_close, {});
    }
    if (call)
        call();
}

Response Screens::issue(VmId vm, SessionId session)
{
    dropOld();
    const QString ticket = QString::fromLatin1(identity::newSecret());
    m_tickets.insert(ticket, {vm, session, m_clock.monotonic() + ticketLife});
    return json(
        {{u"ticket"_s, ticket}, {u"path"_s, QLatin1StringView(schema::apiRoot) + u"/consoles/"_s + ticket}});
}

Result<Screens::Ticket> Screens::redeem(const QString &ticket)
{
    dropOld();
    const auto found = m_tickets.constFind(ticket);
    if (found == m_tickets.constEnd())
        return Error(errors::Denied, u"no such ticket"_s);
    const Ticket taken = *found;
    m_tickets.erase(found); // once
    return taken;
}

void Screens::add(SessionId session, const std::shared_ptr<StreamEnd> &end)
{
    m_open.removeIf([](const auto &each) { return each.value().expired(); });
    if (!session.isNull())
        m_open.insert(session, end);
}

void Screens::close(SessionId session)
{
    m_tickets.removeIf([&](const auto &each) { return each.value().session == session; });
    for (const auto &open : m_open.values(session)) {
        if (const auto end = open.lock())
            end->close();
    }
    m_open.remove(session);
}

void Screens::dropOld()
{
    const Monotonic now = m_clock.monotonic();
    m_tickets.removeIf([now](const auto &each) { return each.value().until < now; });
}

} // namespace core::api::server
