// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

namespace core::api::refusals {

using namespace Qt::StringLiterals;

/// The object is no longer as the client knew it when it asked for a change.
inline constexpr ErrorCode Changed{"api.changed"_L1, "name"_L1};
/// A change was asked for without saying of what: no If-Match.
inline constexpr ErrorCode ConditionNeeded{"api.condition-needed"_L1};
inline constexpr ErrorCode TooManyRequests{"api.too-many-requests"_L1, "seconds"_L1};

inline constexpr std::array all{Changed, ConditionNeeded, TooManyRequests};

} // namespace core::api::refusals
