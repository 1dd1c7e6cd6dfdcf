// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/model/session.h"

#include <QHash>

#include <functional>

namespace core::identity {

/// Whom a session or a token is for. A local user is known by his id: one who comes later under the same name is
/// somebody else.
struct Owner {
    QString principal;
    UserId user; ///< null: of a directory, known by his principal

    friend bool operator==(const Owner &, const Owner &) = default;
};

struct Session {
    model::SessionInfo info;
    Owner owner;
    Monotonic opened;
    Monotonic used;
};

/// The sessions of one core, in memory: a restart ends them. One thread.
class Sessions
{
public:
    struct Limits {
        Duration idle{};
        Duration absolute{};
        size_t each = 100; ///< of one user; a further one ends that which was not used for longest
    };
    using Ended = std::function<void(SessionId)>;

    Sessions(Clock &clock, Limits limits) : m_clock(clock), m_limits(limits) {}

    void setEnded(Ended ended) { m_ended = std::move(ended); }
    /// `digest`: of the token that the session's user is given.
    model::SessionInfo open(Owner owner, QString address, QString agent, const QByteArray &digest);
    /// Null: no such session, an ended one, or another agent's. Valid until the next call.
    [[nodiscard]] const Session *use(const QByteArray &digest, const QString &agent);
    [[nodiscard]] std::vector<model::SessionInfo> list();
    [[nodiscard]] std::vector<Owner> owners() const; ///< each once
    /// Null: there is none. Valid until the next call. Is no use of it.
    [[nodiscard]] const Session *find(SessionId id);
    /// False: there is none.
    bool end(SessionId id);
    void end(const QByteArray &digest);
    void endWhere(const std::function<bool(const Owner &)> &which);

private:
    void endExpired();
    void endSurplus(const Owner &owner);
    void eraseIf(const std::function<bool(const Session &)> &which);
    void erase(const std::vector<QByteArray> &digests);
    void arm();
    [[nodiscard]] Monotonic endOf(const Session &session) const;

    Clock &m_clock;
    Limits m_limits;
    Ended m_ended;
    QHash<QByteArray, Session> m_sessions; ///< by the digest of the token
    std::unique_ptr<Clock::Timer>
        m_timer; ///< while there are sessions: ended ones are heard of, though nobody asks
};

} // namespace core::identity
