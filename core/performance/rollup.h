// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"

#include <span>

/// From finer steps of the history to coarser ones. Pure; any thread.
namespace core::performance {

/// The mean of those that are known; NaN when they are less than half of `expected`.
[[nodiscard]] float meanOf(std::span<const float> values, size_t expected);
/// Whether any counter is.
[[nodiscard]] bool isKnown(const model::HistoryRow &row);

/// The coarser step that begins at `start`, of the finer ones that lie in it (others are ignored). An object counts
/// where at least half of the finer steps know it.
[[nodiscard]] model::HistoryBucket rollUp(std::span<const model::HistoryBucket> finer, Instant start,
                                          Duration interval);

/// The beginning of the step in which `instant` lies: UTC multiples of the interval.
[[nodiscard]] Instant stepOf(Instant instant, Duration interval);

} // namespace core::performance
