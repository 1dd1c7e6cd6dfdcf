// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

/// The failures that every module shares. A module's own lie in its own `errors.h`.
namespace core::errors {

using namespace Qt::StringLiterals;

inline constexpr ErrorCode Cancelled{"base.cancelled"_L1};
inline constexpr ErrorCode Timeout{"base.timeout"_L1, "seconds"_L1};
inline constexpr ErrorCode Internal{"base.internal"_L1};
inline constexpr ErrorCode Unreachable{"base.unreachable"_L1, "where"_L1};
inline constexpr ErrorCode InvalidArgument{"base.invalid-argument"_L1, "name reason"_L1};
inline constexpr ErrorCode NotFound{"base.not-found"_L1, "what"_L1};
inline constexpr ErrorCode Conflict{"base.conflict"_L1};
inline constexpr ErrorCode Denied{"base.denied"_L1};
inline constexpr ErrorCode Busy{"base.busy"_L1};
inline constexpr ErrorCode Unsupported{"base.unsupported"_L1};

inline constexpr std::array all{Cancelled, Timeout,  Internal, Unreachable, InvalidArgument,
                                NotFound,  Conflict, Denied,   Busy,        Unsupported};

[[nodiscard]] inline Error invalidArgument(const QString &name, const QString &reason)
{
    return Error(InvalidArgument, QJsonObject{{u"name"_s, name}, {u"reason"_s, reason}},
                 name + u": "_s + reason);
}

} // namespace core::errors
