// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

/// Why an operation is not available.
namespace core::operations::errors {

using namespace Qt::StringLiterals;

inline constexpr ErrorCode WrongState{"operation.wrong-state"_L1, "name state"_L1};
inline constexpr ErrorCode IsTemplate{"operation.is-template"_L1, "name"_L1};
inline constexpr ErrorCode HostNotResponding{"operation.host-not-responding"_L1, "host"_L1};
inline constexpr ErrorCode HostDisconnected{"operation.host-disconnected"_L1, "host"_L1};
inline constexpr ErrorCode HostConnecting{"operation.host-connecting"_L1, "host"_L1};
inline constexpr ErrorCode HostConnected{"operation.host-connected"_L1, "host"_L1};
inline constexpr ErrorCode NotEmpty{"operation.not-empty"_L1, "name"_L1};
inline constexpr ErrorCode NameTaken{"operation.name-taken"_L1, "name"_L1};
inline constexpr ErrorCode NameInvalid{"operation.name-invalid"_L1, "name"_L1};
inline constexpr ErrorCode WrongPlace{"operation.wrong-place"_L1, "name"_L1};
inline constexpr ErrorCode OtherDatacenter{"operation.other-datacenter"_L1, "name"_L1};
inline constexpr ErrorCode HostKnown{"operation.host-known"_L1, "host"_L1};
/// Another machine than the known one answers at the address.
inline constexpr ErrorCode OtherHost{"operation.other-host"_L1, "host uri"_L1};
inline constexpr ErrorCode SingleHost{"operation.single-host"_L1};
inline constexpr ErrorCode AlreadyThere{"operation.already-there"_L1, "name host"_L1};
inline constexpr ErrorCode DiskNotSeen{"operation.disk-not-seen"_L1, "name disk path host"_L1};
inline constexpr ErrorCode GuestDidNotFollow{"operation.guest-did-not-follow"_L1, "name seconds"_L1};
inline constexpr ErrorCode Interrupted{"operation.interrupted"_L1};
/// Taking a cluster over from nobody.
inline constexpr ErrorCode RuledHere{"operation.ruled-here"_L1, "name"_L1};

inline constexpr std::array all{WrongState,     IsTemplate,    HostNotResponding, HostDisconnected,
                                HostConnecting, HostConnected, NotEmpty,          NameTaken,
                                NameInvalid,    WrongPlace,    OtherDatacenter,   HostKnown,
                                OtherHost,      SingleHost,    GuestDidNotFollow, Interrupted,
                                AlreadyThere,   DiskNotSeen,   RuledHere};

} // namespace core::operations::errors
