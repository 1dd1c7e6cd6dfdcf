// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/privilege.h"

namespace core {

using SessionId = Id<struct SessionTag>;
using TokenId = Id<struct TokenTag>;

} // namespace core

/// Who is signed in and which tokens stand for whom: values that the API shows. Nothing secret is in them.
namespace core::model {

/// Somebody who is signed in, from a console, a browser or a program.
struct SessionInfo {
    SessionId id;
    QString principal; ///< `local\ann`
    QString address; ///< of the peer, without its port
    QString agent; ///< as the program names itself
    Instant since;
    Instant lastUsed;

    static constexpr auto fields =
        FieldList{field("id", &SessionInfo::id),           field("principal", &SessionInfo::principal),
                  field("address", &SessionInfo::address), field("agent", &SessionInfo::agent),
                  field("since", &SessionInfo::since),     field("lastUsed", &SessionInfo::lastUsed)};
    friend bool operator==(const SessionInfo &, const SessionInfo &) = default;
};

/// A token that lets a program act for a user.
struct TokenInfo {
    TokenId id;
    QString principal;
    QString label; ///< what the user calls it
    Instant created;
    std::optional<Instant> expires;
    std::optional<Instant> lastUsed; ///< to the hour
    std::vector<Privilege> privileges; ///< never more than these; empty: all that its user may

    static constexpr auto fields = FieldList{field("id", &TokenInfo::id),
                                             field("principal", &TokenInfo::principal),
                                             field("label", &TokenInfo::label),
                                             field("created", &TokenInfo::created),
                                             field("expires", &TokenInfo::expires),
                                             field("lastUsed", &TokenInfo::lastUsed),
                                             field("privileges", &TokenInfo::privileges)};
    friend bool operator==(const TokenInfo &, const TokenInfo &) = default;
};

} // namespace core::model
