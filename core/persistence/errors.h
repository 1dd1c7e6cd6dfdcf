// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

/// `path` is the file, or the address of the database without its password.
namespace core::persistence::errors {

using namespace Qt::StringLiterals;

inline constexpr ErrorCode Corrupt{"persistence.corrupt"_L1, "path"_L1};
/// Written by a later version of Vigie.
inline constexpr ErrorCode Newer{"persistence.newer"_L1, "path version"_L1};
/// Another core has it open.
inline constexpr ErrorCode Locked{"persistence.locked"_L1, "path"_L1};
inline constexpr ErrorCode Full{"persistence.full"_L1, "path"_L1};
inline constexpr ErrorCode Failed{"persistence.failed"_L1, "path"_L1};
/// The database server does not answer.
inline constexpr ErrorCode Unreachable{"persistence.unreachable"_L1, "path"_L1};
/// Nothing could be written since then: no new work is taken on.
inline constexpr ErrorCode Failing{"persistence.failing"_L1, "since"_L1};

/// A client sends another request with a key that it has already used.
inline constexpr ErrorCode KeyReused{"persistence.key-reused"_L1};

inline constexpr std::array all{Corrupt, Newer, Locked, Full, Failed, Unreachable, Failing, KeyReused};

} // namespace core::persistence::errors
