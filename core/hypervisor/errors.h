// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

namespace core::hypervisor::errors {

using namespace Qt::StringLiterals;

/// The host's key was never seen. `fingerprint` is "SHA256:…".
inline constexpr ErrorCode TrustUnknown{"trust.unknown"_L1, "host algorithm fingerprint"_L1};
/// The host's key is not the one remembered: refused, and only the administrator can forget the old one, which stands
/// in `file` on the core's machine under the name `entry` (both may be missing).
inline constexpr ErrorCode TrustChanged{"trust.changed"_L1, "host algorithm fingerprint known file entry"_L1};
/// A password or a key's passphrase is asked for. `prompt` is the asker's own question.
inline constexpr ErrorCode CredentialsNeeded{"credentials.needed"_L1, "host prompt"_L1};
inline constexpr ErrorCode CredentialsRefused{"credentials.refused"_L1, "host"_L1};
/// Nobody listens there. `reason`: name-unknown, socket-missing, refused, no-route, timed-out, other.
inline constexpr ErrorCode ConnectionFailed{"hypervisor.connection-failed"_L1, "where reason"_L1};
/// The daemon is there but we may not use it (socket permissions, polkit).
inline constexpr ErrorCode NoPermission{"hypervisor.no-permission"_L1, "where"_L1};
/// `reason`: empty, malformed, no-scheme, no-transport (one we do not know), no-driver (libvirt has none such).
inline constexpr ErrorCode UriInvalid{"hypervisor.uri-invalid"_L1, "uri reason"_L1};
/// The hypervisor refused in words of its own: `detail`.
inline constexpr ErrorCode Refused{"hypervisor.refused"_L1, "reason"_L1};
/// `vm` is the VM's name.
inline constexpr ErrorCode NoScreen{"hypervisor.no-screen"_L1, "vm"_L1};

/// A datastore has no room left for the file at `path`.
inline constexpr ErrorCode NoSpace{"hypervisor.no-space"_L1, "path"_L1};

inline constexpr std::array all{TrustUnknown,     TrustChanged, CredentialsNeeded, CredentialsRefused,
                                ConnectionFailed, NoPermission, UriInvalid,        Refused,
                                NoScreen,         NoSpace};

} // namespace core::hypervisor::errors
