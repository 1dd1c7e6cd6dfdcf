// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/performance/rollup.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace core::performance {

namespace {

constexpr float gap = std::numeric_limits<float>::quiet_NaN();

/// In double: a mean of many floats loses digits.
struct Sum {
    double total = 0;
    size_t count = 0;

    void add(float value)
    {
        if (std::isnan(value))
            return;
        total += static_cast<double>(value);
        ++count;
    }
    [[nodiscard]] float mean(size_t expected) const
    {
        return count == 0 || 2 * count < expected ? gap
                                                  : static_cast<float>(total / static_cast<double>(count));
    }
};

} // namespace

float meanOf(std::span<const float> values, size_t expected)
{
    Sum sum;
    for (const float value : values)
        sum.add(value);
    return sum.mean(expected);
}

bool isKnown(const model::HistoryRow &row)
{
    return std::ranges::any_of(row.values, [](float value) { return !std::isnan(value); });
}

model::HistoryBucket rollUp(std::span<const model::HistoryBucket> finer, Instant start, Duration interval)
{
    QHash<model::ObjectRef, std::array<Sum, model::counterCount>> sums;
    size_t expected = 0;
    for (const model::HistoryBucket &part : finer) {
        if (part.start < start || part.start >= start + interval)
            continue;
        expected = static_cast<size_t>(interval / part.interval);
        for (const model::HistoryRow &row : part.rows) {
            auto &sum = sums[row.object];
            for (size_t i = 0; i < model::counterCount; ++i)
                sum[i].add(row.values[i]);
        }
    }
    model::HistoryBucket bucket{.start = start, .interval = interval};
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        model::HistoryRow row{.object = it.key()};
        for (size_t i = 0; i < model::counterCount; ++i)
            row.values[i] = it.value()[i].mean(expected);
        if (isKnown(row))
            bucket.rows.push_back(row);
    }
    return bucket;
}

Instant stepOf(Instant instant, Duration interval)
{
    const auto since = instant.time_since_epoch();
    return Instant(since - ((since % interval) + interval) % interval);
}

} // namespace core::performance
