// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

namespace core::simulation::errors {

using namespace Qt::StringLiterals;

/// The file is no `ha-scenario/1`: where ("timeline[3].host") and why are under Details.
inline constexpr ErrorCode BadScenario{"ha.bad-scenario"_L1, "where"_L1};

inline constexpr std::array all{BadScenario};

} // namespace core::simulation::errors
