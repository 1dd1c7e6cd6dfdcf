// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

namespace core::vault::errors {

using namespace Qt::StringLiterals;

/// It was sealed with another key, or changed since.
inline constexpr ErrorCode NotOurs{"vault.not-ours"_L1};
/// The key's file is not one, or others can read it.
inline constexpr ErrorCode KeyUnusable{"vault.key-unusable"_L1, "path"_L1};

inline constexpr std::array all{NotOurs, KeyUnusable};

} // namespace core::vault::errors
