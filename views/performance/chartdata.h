// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "core/model/load.h"

#include <QList>
#include <QPointF>
#include <QString>

/// What a chart shows, as plain values: lines, gaps, ranges, statistics. Any thread.
namespace views {

/// Which line.
struct ChartKey {
    core::model::ObjectRef object;
    core::model::Counter counter = core::model::Counter::CpuUsageRatio;
    friend bool operator==(const ChartKey &, const ChartKey &) = default;
};

/// One line. x: milliseconds since 1970, UTC; y: in `unit`; NaN: no sample there.
struct ChartLine {
    ChartKey key;
    QString object; ///< its name
    QString counter; ///< in words
    QString unit;
    core::Duration interval{20'000}; ///< more than one and a half of it between two points is a gap
    QList<QPointF> points; ///< by rising x
    friend bool operator==(const ChartLine &, const ChartLine &) = default;
};

/// Something that happened, marked at the foot of the chart.
struct ChartMarker {
    qint64 time = 0; ///< milliseconds since 1970, UTC
    core::model::Severity severity = core::model::Severity::Info;
    QString text;
    friend bool operator==(const ChartMarker &, const ChartMarker &) = default;
};

/// A stretch of time, both ends included, in milliseconds since 1970, UTC.
struct TimeRange {
    qint64 from = 0;
    qint64 to = 0;
    [[nodiscard]] qint64 span() const { return to - from; }
    [[nodiscard]] bool isEmpty() const { return to <= from; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// Of the samples within the range; all absent when there is none.
struct Statistics {
    std::optional<double> latest;
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<double> average;
    friend bool operator==(const Statistics &, const Statistics &) = default;
};
[[nodiscard]] Statistics statistics(const QList<QPointF> &points, const TimeRange &range);

/// The parts of a line between its gaps, each drawn in one go.
[[nodiscard]] QList<QList<QPointF>> stretches(const QList<QPointF> &points, core::Duration interval);

/// The part of a stretch within the range, ends interpolated: nothing of it lies outside.
[[nodiscard]] QList<QPointF> cut(const QList<QPointF> &stretch, const TimeRange &range);

/// At most about `most` points that look the same: first, last, and the lowest and highest of each piece.
[[nodiscard]] QList<QPointF> thinned(const QList<QPointF> &stretch, qsizetype most);

/// The sample nearest in time, at most one interval away; absent in a gap.
[[nodiscard]] std::optional<QPointF> nearest(const ChartLine &line, double time);

} // namespace views
