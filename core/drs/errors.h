// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

namespace core::drs::errors {

using namespace Qt::StringLiterals;

/// The file is no `drs-instance/1`: where ("vms[3].host") and why are under Details.
inline constexpr ErrorCode BadInstance{"drs.bad-instance"_L1, "where"_L1};

inline constexpr std::array all{BadInstance};

} // namespace core::drs::errors
