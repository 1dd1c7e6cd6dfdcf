// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/chartdata.h"

#include <algorithm>
#include <cmath>

namespace views {

namespace {

QPointF between(const QPointF &a, const QPointF &b, double x)
{
    return {x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())};
}

} // namespace

Statistics statistics(const QList<QPointF> &points, const TimeRange &range)
{
    Statistics all;
    double sum = 0.0;
    int count = 0;
    for (const QPointF &point : points) {
        if (std::isnan(point.y()) || point.x() < static_cast<double>(range.from)
            || point.x() > static_cast<double>(range.to))
            continue;
        all.latest = point.y();
        all.minimum = std::min(all.minimum.value_or(point.y()), point.y());
        all.maximum = std::max(all.maximum.value_or(point.y()), point.y());
        sum += point.y();
        ++count;
    }
    if (count > 0)
        all.average = sum / count;
    return all;
}

QList<QList<QPointF>> stretches(const QList<QPointF> &points, core::Duration interval)
{
    const double longest = static_cast<double>(interval.count()) * 1.5;
    QList<QList<QPointF>> parts;
    bool broken = true;
    for (const QPointF &point : points) {
        if (std::isnan(point.y())) {
            broken = true;
            continue;
        }
        if (broken || point.x() - parts.back().back().x() > longest)
            parts.push_back({});
        parts.back().push_back(point);
        broken = false;
    }
    return parts;
}

QList<QPointF> cut(const QList<QPointF> &stretch, const TimeRange &range)
{
    const auto from = static_cast<double>(range.from);
    const auto to = static_cast<double>(range.to);
    QList<QPointF> inside;
    for (qsizetype i = 0; i < stretch.size(); ++i) {
        const QPointF &point = stretch[i];
        if (i > 0) {
            const QPointF &before = stretch[i - 1];
            if (before.x() < from && point.x() > from)
                inside.push_back(between(before, point, from));
            if (before.x() < to && point.x() > to)
                inside.push_back(between(before, point, to));
        }
        if (point.x() >= from && point.x() <= to)
            inside.push_back(point);
    }
    return inside;
}

QList<QPointF> thinned(const QList<QPointF> &stretch, qsizetype most)
{
    if (stretch.size() <= most)
        return stretch;
    const qsizetype pieces = std::max<qsizetype>(1, most / 2);
    const auto lower = [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); };
    QList<QPointF> kept{stretch.front()};
    for (qsizetype i = 0; i < pieces; ++i) {
        const auto begin = stretch.begin() + stretch.size() * i / pieces;
        const auto end = stretch.begin() + stretch.size() * (i + 1) / pieces;
        const auto [least, greatest] = std::minmax_element(begin, end, lower);
        for (const auto each : {std::min(least, greatest), std::max(least, greatest)}) {
            if (each->x() > kept.back().x())
                kept.push_back(*each);
        }
    }
    if (stretch.back().x() > kept.back().x())
        kept.push_back(stretch.back());
    return kept;
}

std::optional<QPointF> nearest(const ChartLine &line, double time)
{
    const auto it =
        std::ranges::lower_bound(line.points, time, {}, [](const QPointF &point) { return point.x(); });
    std::optional<QPointF> best;
    const auto consider = [&](const QPointF &point) {
        const double distance = std::abs(point.x() - time);
        if (distance <= static_cast<double>(line.interval.count())
            && (!best || distance < std::abs(best->x() - time)))
            best = point;
    };
    if (it != line.points.end())
        consider(*it);
    if (it != line.points.begin())
        consider(*std::prev(it));
    return best && !std::isnan(best->y()) ? best : std::nullopt;
}

} // namespace views
