// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

/// Why nobody could be told. What does not answer at all is `base.unreachable` or `base.timeout`.
namespace core::notification::errors {

using namespace Qt::StringLiterals;

/// There is no mail server in the settings.
inline constexpr ErrorCode NoMailServer{"notification.no-mail-server"_L1};
/// The certificate is of another name, too old, or of nobody that the server trusts.
inline constexpr ErrorCode Untrusted{"notification.untrusted"_L1, "where"_L1};
/// The mail server knows no such user or password.
inline constexpr ErrorCode CredentialsRefused{"notification.credentials-refused"_L1, "where"_L1};
/// It answered, and would not take it; its answer is the detail.
inline constexpr ErrorCode Refused{"notification.refused"_L1, "where status"_L1};
/// The address is the server's own machine or one that no message is sent to.
inline constexpr ErrorCode AddressForbidden{"notification.address-forbidden"_L1, "where"_L1};
inline constexpr ErrorCode ScriptMissing{"notification.script-missing"_L1, "script"_L1};
/// Others than its owner can change it, or it cannot be run.
inline constexpr ErrorCode ScriptUnsafe{"notification.script-unsafe"_L1, "script"_L1};
inline constexpr ErrorCode ScriptFailed{"notification.script-failed"_L1, "script status"_L1};

inline constexpr std::array all{NoMailServer,     Untrusted,     CredentialsRefused, Refused,
                                AddressForbidden, ScriptMissing, ScriptUnsafe,       ScriptFailed};

/// Another attempt may end otherwise without anybody's doing.
[[nodiscard]] inline bool mayPass(const Error &error)
{
    return !error.is(NoMailServer) && !error.is(ScriptMissing) && !error.is(ScriptUnsafe)
        && !error.is(AddressForbidden) && !error.is(core::errors::Unsupported);
}

} // namespace core::notification::errors
