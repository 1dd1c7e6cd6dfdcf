// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

namespace core::persistence::errors {

using namespace Qt::StringLiterals;

inline constexpr ErrorCode Corrupt{"persistence.corrupt"_L1, "path"_L1};
/// Written by a later version of Vigie.
inline constexpr ErrorCode Newer{"persistence.newer"_L1, "path version"_L1};
inline constexpr ErrorCode Locked{"persistence.locked"_L1, "path"_L1};
inline constexpr ErrorCode Full{"persistence.full"_L1, "path"_L1};
inline constexpr ErrorCode Failed{"persistence.failed"_L1, "path"_L1};

inline constexpr std::array all{Corrupt, Newer, Locked, Full, Failed};

} // namespace core::persistence::errors
