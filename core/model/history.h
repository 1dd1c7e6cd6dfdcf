// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/load.h"

#include <array>
#include <chrono>

/// What is remembered of the load beyond the last hour: averages over steps of the clock (UTC multiples of them), the
/// coarser the longer they are kept.
namespace core::model {

struct HistoryLevel {
    Duration interval;
    Duration kept;
};

inline constexpr std::array historyLevels{HistoryLevel{std::chrono::minutes(5), std::chrono::days(1)},
                                          HistoryLevel{std::chrono::minutes(30), std::chrono::days(7)},
                                          HistoryLevel{std::chrono::hours(2), std::chrono::days(30)},
                                          HistoryLevel{std::chrono::days(1), std::chrono::days(365)}};

/// The finest level that still remembers `from`; the coarsest when none does.
[[nodiscard]] constexpr const HistoryLevel &historyLevelFor(Instant from, Instant now)
{
    for (const HistoryLevel &level : historyLevels) {
        if (now - from <= level.kept)
            return level;
    }
    return historyLevels.back();
}

/// The averages of one object over one step. By Counter, in its unit; NaN: not known, or less than half of the step was
/// measured.
struct HistoryRow {
    ObjectRef object;
    std::array<float, counterCount> values{};
};

/// All objects of which something is known over one step.
struct HistoryBucket {
    Instant start;
    Duration interval{};
    std::vector<HistoryRow> rows;
};

} // namespace core::model
