// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/performance/derive.h"

#include <memory>

namespace core::performance {

/// How far and how finely rings of one kind remember.
struct RingShape {
    Duration interval;
    int length; ///< slots
};

/// The last values of one object's counters, a row of float32 for each interval of the clock (UTC multiples
/// of it), the oldest overwritten. Only counters that were ever known take room. A shape is handed to each
/// call: there are as many rings as objects.
///
/// Readings come at any time; a slot holds the mean of those that overlap it, weighted by how long they do. A
/// slot of which less than half was measured is NaN.
class Ring
{
public:
    /// Measurements must come in order of time. When the clock was set back, what lies after is forgotten.
    /// One that spans more than three intervals tells too little about each of them and is dropped.
    void add(const RingShape &shape, const Measurement &measurement);

    [[nodiscard]] bool holds(model::Counter counter) const { return (m_columns & bit(counter)) != 0; }
    /// Slots that begin at `since` or later; `start` and `values` of the series. Empty when there are none.
    void read(const RingShape &shape, model::Counter counter, Instant since, model::Series &series) const;
    /// Whether all of it is older than the ring's length.
    [[nodiscard]] bool isPast(const RingShape &shape, Instant now) const;
    /// On the heap.
    [[nodiscard]] size_t bytes(const RingShape &shape) const;

private:
    using Columns = quint16;
    static_assert(model::counterCount <= 16);

    static constexpr Columns bit(model::Counter counter)
    {
        return static_cast<Columns>(1U << static_cast<unsigned>(counter));
    }
    [[nodiscard]] size_t width() const;
    [[nodiscard]] size_t columnOf(size_t counter) const;
    [[nodiscard]] float *row(const RingShape &shape, qint64 slot) const;
    [[nodiscard]] bool isHalfMeasured(const RingShape &shape) const
    {
        return qint64(2) * m_measured >= shape.interval.count();
    }
    void widen(const RingShape &shape, Columns columns);
    void moveTo(const RingShape &shape, qint64 slot);
    void clear(const RingShape &shape, qint64 slot);
    void blend(const RingShape &shape, const Values &values, qint64 overlap);

    std::unique_ptr<float[]> m_values; ///< rows of width(); slot s in row s mod slots
    qint64 m_oldest = 0; ///< slots since 1970
    qint64 m_newest = -1; ///< before the oldest: empty
    qint32 m_measured = 0; ///< milliseconds of the newest slot
    Columns m_columns = 0; ///< a bit for each counter that has a column
};

} // namespace core::performance
