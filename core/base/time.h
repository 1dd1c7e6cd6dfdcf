// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace core {

/// A moment on the calendar, UTC, to the millisecond: stored and shown. Timeouts use a monotonic clock.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

/// RFC 3339, UTC, with milliseconds: `2026-11-23T08:41:19.000Z`.
[[nodiscard]] QString toRfc3339(Instant instant);
[[nodiscard]] std::optional<Instant> fromRfc3339(const QString &text);

} // namespace core
