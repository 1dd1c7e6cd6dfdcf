// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

/// Why somebody may not.
namespace core::access::errors {

using namespace Qt::StringLiterals;

inline constexpr ErrorCode NoPrivilege{"access.no-privilege"_L1, "privilege name"_L1};
inline constexpr ErrorCode LastAdministrator{"access.last-administrator"_L1};
inline constexpr ErrorCode BuiltInRole{"access.built-in-role"_L1, "name"_L1};
inline constexpr ErrorCode RoleInUse{"access.role-in-use"_L1, "name"_L1};
inline constexpr ErrorCode UnknownPrincipal{"access.unknown-principal"_L1, "name"_L1};
inline constexpr ErrorCode AlreadyGiven{"access.already-given"_L1, "name"_L1};

inline constexpr std::array all{NoPrivilege, LastAdministrator, BuiltInRole,
                                RoleInUse,   UnknownPrincipal,  AlreadyGiven};

} // namespace core::access::errors
