// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/sessions.h"

#include <algorithm>

namespace core::identity {

namespace {

constexpr Duration sweep = std::chrono::minutes(1);

} // namespace

model::SessionInfo Sessions::open(Owner owner, QString address, QString agent, const QByteArray &digest)
{
    endExpired();
    endSurplus(owner);
    const Instant now = m_clock.now();
    model::SessionInfo info{.id = SessionId::random(),
                            .principal = owner.principal,
                            .address = std::move(address),
                            .agent = std::move(agent),
                            .since = now,
                            .lastUsed = now};
    const Monotonic opened = m_clock.monotonic();
    m_sessions.insert(digest, {.info = info, .owner = std::move(owner), .opened = opened, .used = opened});
    arm();
    return info;
}

const Session *Sessions::use(const QByteArray &digest, const QString &agent)
{
    const auto found = m_sessions.find(digest);
    if (found == m_sessions.end() || found->info.agent != agent)
        return nullptr;
    if (m_clock.monotonic() >= endOf(*found)) {
        erase({digest});
        return nullptr;
    }
    found->used = m_clock.monotonic();
    found->info.lastUsed = m_clock.now();
    return &*found;
}

std::vector<model::SessionInfo> Sessions::list()
{
    endExpired();
    std::vector<model::SessionInfo> all;
    for (const Session &each : std::as_const(m_sessions))
        all.push_back(each.info);
    std::ranges::sort(all, [](const auto &a, const auto &b) {
        return a.since != b.since ? a.since < b.since : a.id < b.id;
    });
    return all;
}

std::vector<Owner> Sessions::owners() const
{
    std::vector<Owner> all;
    for (const Session &each : m_sessions) {
        if (std::ranges::find(all, each.owner) == all.end())
            all.push_back(each.owner);
    }
    return all;
}

const Session *Sessions::find(SessionId id)
{
    endExpired();
    const auto &sessions = std::as_const(m_sessions);
    const auto found =
        std::ranges::find_if(sessions, [id](const Session &each) { return each.info.id == id; });
    return found == sessions.end() ? nullptr : &*found;
}

bool Sessions::end(SessionId id)
{
    if (find(id) == nullptr)
        return false;
    eraseIf([id](const Session &each) { return each.info.id == id; });
    return true;
}

void Sessions::end(const QByteArray &digest)
{
    if (m_sessions.contains(digest))
        erase({digest});
}

void Sessions::endWhere(const std::function<bool(const Owner &)> &which)
{
    eraseIf([&which](const Session &each) { return which(each.owner); });
}

void Sessions::endExpired()
{
    const Monotonic now = m_clock.monotonic();
    eraseIf([this, now](const Session &each) { return now >= endOf(each); });
}

void Sessions::endSurplus(const Owner &owner)
{
    std::vector<QHash<QByteArray, Session>::const_iterator> his;
    for (auto each = m_sessions.cbegin(); each != m_sessions.cend(); ++each) {
        if (each->owner == owner)
            his.push_back(each);
    }
    if (his.size() < m_limits.each)
        return;
    const auto oldest = std::ranges::min_element(his, {}, [](const auto &each) { return each->used; });
    erase({oldest->key()});
}

void Sessions::eraseIf(const std::function<bool(const Session &)> &which)
{
    std::vector<QByteArray> digests;
    for (auto each = m_sessions.cbegin(); each != m_sessions.cend(); ++each) {
        if (which(*each))
            digests.push_back(each.key());
    }
    erase(digests);
}

/// Told when all are gone, so that who is told finds things as they are.
void Sessions::erase(const std::vector<QByteArray> &digests)
{
    std::vector<SessionId> ended;
    for (const QByteArray &each : digests)
        ended.push_back(m_sessions.take(each).info.id);
    if (m_sessions.isEmpty())
        m_timer.reset();
    for (const SessionId each : ended) {
        if (m_ended)
            m_ended(each);
    }
}

void Sessions::arm()
{
    if (m_timer || m_sessions.isEmpty())
        return;
    m_timer = m_clock.after(sweep, [this] {
        const auto fired = std::move(m_timer);
        endExpired();
        arm();
    });
}

Monotonic Sessions::endOf(const Session &session) const
{
    return std::min(session.used + m_limits.idle, session.opened + m_limits.absolute);
}

} // namespace core::identity
