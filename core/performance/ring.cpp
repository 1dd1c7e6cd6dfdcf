// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/performance/ring.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace core::performance {

namespace {

constexpr float emptyCell = std::numeric_limits<float>::quiet_NaN();
constexpr qint64 longestSpan = 3; // intervals

qint64 floorDivide(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

} // namespace

void Ring::add(const RingShape &shape, const Measurement &measurement)
{
    const qint64 interval = shape.interval.count();
    const qint64 from = measurement.from.time_since_epoch().count();
    const qint64 to = measurement.to.time_since_epoch().count();
    Columns known = 0;
    for (size_t i = 0; i < model::counterCount; ++i) {
        if (!std::isnan(measurement.values[i]))
            known |= bit(static_cast<model::Counter>(i));
    }
    if (to <= from || to - from > longestSpan * interval || known == 0)
        return;
    if ((known & ~m_columns) != 0)
        widen(shape, known | m_columns);
    const qint64 last = floorDivide(to - 1, interval);
    for (qint64 slot = floorDivide(from, interval); slot <= last; ++slot) {
        moveTo(shape, slot);
        blend(shape, measurement.values,
              std::min(to, (slot + 1) * interval) - std::max(from, slot * interval));
    }
}

void Ring::read(const RingShape &shape, model::Counter counter, Instant since, model::Series &series) const
{
    const qint64 interval = shape.interval.count();
    const qint64 asked = floorDivide(since.time_since_epoch().count() + interval - 1, interval);
    const qint64 first = std::max({asked, m_oldest, m_newest - shape.length + 1});
    const qint64 last = isHalfMeasured(shape) ? m_newest : m_newest - 1;
    series.start = Instant(Duration(first * interval));
    series.values.clear();
    if (!holds(counter) || last < first)
        return;
    series.values.reserve(static_cast<size_t>(last - first + 1));
    const size_t column = columnOf(static_cast<size_t>(counter));
    for (qint64 slot = first; slot <= last; ++slot)
        series.values.push_back(row(shape, slot)[column]);
}

bool Ring::isPast(const RingShape &shape, Instant now) const
{
    return now > Instant(shape.interval * (m_newest + 1 + shape.length));
}

size_t Ring::bytes(const RingShape &shape) const
{
    return width() * static_cast<size_t>(shape.length) * sizeof(float);
}

size_t Ring::width() const
{
    return static_cast<size_t>(std::popcount(m_columns));
}

size_t Ring::columnOf(size_t counter) const
{
    return static_cast<size_t>(std::popcount(static_cast<Columns>(m_columns & ((1U << counter) - 1))));
}

float *Ring::row(const RingShape &shape, qint64 slot) const
{
    return m_values.get() + static_cast<size_t>(slot % shape.length) * width();
}

void Ring::widen(const RingShape &shape, Columns columns)
{
    Ring wide;
    wide.m_columns = columns;
    wide.m_values = std::make_unique_for_overwrite<float[]>(wide.width() * static_cast<size_t>(shape.length));
    for (qint64 slot = std::max(m_oldest, m_newest - shape.length + 1); slot <= m_newest; ++slot) {
        wide.clear(shape, slot);
        for (size_t i = 0; i < model::counterCount; ++i) {
            if (holds(static_cast<model::Counter>(i)))
                wide.row(shape, slot)[wide.columnOf(i)] = row(shape, slot)[columnOf(i)];
        }
    }
    m_values = std::move(wide.m_values);
    m_columns = columns;
}

/// Makes this slot the newest.
void Ring::moveTo(const RingShape &shape, qint64 slot)
{
    if (slot == m_newest)
        return;
    m_oldest = std::max(m_oldest, m_newest - shape.length + 1);
    if (m_newest < m_oldest || slot < m_oldest || slot - m_newest >= shape.length) { // nothing of it remains
        m_oldest = slot;
    } else if (slot > m_newest) {
        if (!isHalfMeasured(shape))
            clear(shape, m_newest);
        for (qint64 between = m_newest + 1; between < slot; ++between)
            clear(shape, between);
    }
    clear(shape, slot);
    m_newest = slot;
    m_measured = 0;
}

void Ring::clear(const RingShape &shape, qint64 slot)
{
    std::fill_n(row(shape, slot), width(), emptyCell);
}

void Ring::blend(const RingShape &shape, const Values &values, qint64 overlap)
{
    float *cells = row(shape, m_newest);
    const auto share = static_cast<float>(overlap) / static_cast<float>(m_measured + overlap);
    for (size_t i = 0; i < model::counterCount; ++i) {
        if (!holds(static_cast<model::Counter>(i)) || std::isnan(values[i]))
            continue;
        float &cell = cells[columnOf(i)];
        cell = std::isnan(cell) ? values[i] : cell + (values[i] - cell) * share;
    }
    m_measured = static_cast<qint32>(std::min<qint64>(m_measured + overlap, shape.interval.count()));
}

} // namespace core::performance
