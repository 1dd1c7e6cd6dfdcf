// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/server/httpserver.h"
#include "core/identity/ratelimit.h"

namespace core::api::server {

/// How often each may ask; what is too often is answered with 429 and Retry-After. One thread.
class Gate
{
public:
    struct Limits {
        identity::RateLimit::Rate signIns = identity::signInRate; ///< of an address
        identity::RateLimit::Rate strangers = identity::strangersRate; ///< of an address
        identity::RateLimit::Rate users = identity::usersRate; ///< of a principal
    };

    Gate(Clock &clock, Limits limits)
        : m_signIns(clock, limits.signIns),
          m_strangers(clock, limits.strangers),
          m_users(clock, limits.users)
    {}

    /// Each counts; absent: go ahead.
    [[nodiscard]] std::optional<Response> signIn(const QString &address);
    /// The password was right: scripts sign in for each command, who guesses does not.
    void signedIn(const QString &address) { m_signIns.giveBack(address); }
    [[nodiscard]] std::optional<Response> stranger(const QString &address);
    [[nodiscard]] std::optional<Response> user(const QString &principal);

private:
    identity::RateLimit m_signIns;
    identity::RateLimit m_strangers;
    identity::RateLimit m_users;
};

} // namespace core::api::server
