// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/samplestore.h"

#include <algorithm>

namespace views {

namespace {

double milliseconds(core::Instant instant)
{
    return static_cast<double>(instant.time_since_epoch().count());
}

void dropFrom(QList<QPointF> &points, double x)
{
    const auto first =
        std::ranges::lower_bound(points, x, {}, [](const QPointF &point) { return point.x(); });
    points.erase(first, points.end());
}

} // namespace

SampleStore::Line &SampleStore::line(const ChartKey &key)
{
    const auto it = std::ranges::find(m_lines, key, &Line::key);
    return it != m_lines.end() ? *it : m_lines.emplace_back(Line{.key = key, .points = {}, .interval = {}});
}

void SampleStore::add(const core::model::Series &piece)
{
    if (piece.values.empty())
        return;
    Line &into = line({piece.object, piece.counter});
    into.interval = piece.interval;
    double x = milliseconds(piece.start);
    dropFrom(into.points, x);
    for (const float value : piece.values) {
        into.points.emplace_back(x, static_cast<double>(value));
        x += static_cast<double>(piece.interval.count());
    }
}

void SampleStore::replace(const std::vector<core::model::Series> &all)
{
    clear();
    for (const core::model::Series &piece : all)
        add(piece);
}

void SampleStore::merge(const std::vector<core::model::Series> &pieces)
{
    for (const core::model::Series &piece : pieces)
        add(piece);
    if (const auto last = newest()) {
        const auto oldest = static_cast<double>(*last - keptMs);
        for (Line &each : m_lines) {
            const auto first = std::ranges::lower_bound(each.points, oldest, {},
                                                        [](const QPointF &point) { return point.x(); });
            each.points.erase(each.points.begin(), first);
        }
    }
}

void SampleStore::clear()
{
    m_lines.clear();
}

void SampleStore::keepOnly(const std::vector<ChartKey> &keys)
{
    std::erase_if(m_lines, [&](const Line &each) { return std::ranges::find(keys, each.key) == keys.end(); });
}

bool SampleStore::isEmpty() const
{
    return std::ranges::all_of(m_lines, [](const Line &each) { return each.points.isEmpty(); });
}

QList<QPointF> SampleStore::points(const ChartKey &key) const
{
    const auto it = std::ranges::find(m_lines, key, &Line::key);
    return it != m_lines.end() ? it->points : QList<QPointF>();
}

std::optional<core::Duration> SampleStore::interval(const ChartKey &key) const
{
    const auto it = std::ranges::find(m_lines, key, &Line::key);
    return it != m_lines.end() && !it->points.isEmpty() ? std::optional(it->interval) : std::nullopt;
}

std::optional<qint64> SampleStore::newest() const
{
    std::optional<qint64> last;
    for (const Line &each : m_lines) {
        if (!each.points.isEmpty())
            last = std::max(last.value_or(0), static_cast<qint64>(each.points.back().x()));
    }
    return last;
}

std::optional<qint64> SampleStore::oldest() const
{
    std::optional<qint64> first;
    for (const Line &each : m_lines) {
        if (!each.points.isEmpty()) {
            const auto time = static_cast<qint64>(each.points.front().x());
            first = std::min(first.value_or(time), time);
        }
    }
    return first;
}

std::optional<core::Instant> SampleStore::since() const
{
    std::optional<qint64> first;
    for (const Line &each : m_lines) {
        if (each.points.isEmpty())
            continue;
        const auto last = static_cast<qint64>(each.points.back().x());
        first = std::min(first.value_or(last), last);
    }
    return first ? std::optional(core::Instant(core::Duration(*first))) : std::nullopt;
}

} // namespace views
