// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

namespace core::identity::errors {

using namespace Qt::StringLiterals;

/// One answer for an unknown user, a wrong password and a disabled user.
inline constexpr ErrorCode BadCredentials{"identity.bad-credentials"_L1};
/// Too many wrong passwords for this name from this address, whether or not the name exists.
inline constexpr ErrorCode Locked{"identity.locked"_L1, "seconds"_L1};
/// No token, an unknown one, or one of a session that has ended.
inline constexpr ErrorCode NotSignedIn{"identity.not-signed-in"_L1};
/// `reason`: too-short, too-long, user-name.
inline constexpr ErrorCode WeakPassword{"identity.weak-password"_L1, "reason"_L1};
inline constexpr ErrorCode TooManyTokens{"identity.too-many-tokens"_L1, "limit"_L1};
/// A token cannot make another that would outlive or exceed it.
inline constexpr ErrorCode SessionNeeded{"identity.session-needed"_L1};
/// The directory does not answer, or shows a certificate that is not trusted.
inline constexpr ErrorCode DirectoryUnreachable{"identity.directory-unreachable"_L1, "domain"_L1};
/// It answers, but not as its settings promise: no such base, the search account is refused.
inline constexpr ErrorCode DirectoryRefused{"identity.directory-refused"_L1, "domain"_L1};
inline constexpr ErrorCode AuditFull{"identity.audit-full"_L1, "path"_L1};
inline constexpr ErrorCode AuditFailed{"identity.audit-failed"_L1, "path"_L1};

inline constexpr std::array all{BadCredentials, Locked,        NotSignedIn,          WeakPassword,
                                TooManyTokens,  SessionNeeded, DirectoryUnreachable, DirectoryRefused,
                                AuditFull,      AuditFailed};

} // namespace core::identity::errors
