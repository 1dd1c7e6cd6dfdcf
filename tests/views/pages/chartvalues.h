// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/performance/chartdata.h"

#include <chrono>
#include <cmath>

/// Lines and samples for the tests of charts.
namespace tests::charts {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::model::Counter;
using core::model::Series;
using views::ChartLine;

inline constexpr qint64 t0 = 1'800'000'000'000;

inline ChartLine makeLine(int index, const QList<QPointF> &points, Counter counter = Counter::CpuUsageRatio,
                          const QString &unit = u"%"_s)
{
    return {.key = {core::VmId(QUuid::createUuidV5(QUuid(), QString::number(index))), counter},
            .object = u"vm%1"_s.arg(index),
            .counter = u"CPU usage"_s,
            .unit = unit,
            .interval = 20s,
            .points = points};
}

inline QList<QPointF> wave(int count, double height = 50.0)
{
    QList<QPointF> points;
    for (int i = 0; i < count; ++i)
        points.emplace_back(static_cast<double>(t0 + i * 20'000), height * (1.0 + std::sin(i / 5.0)));
    return points;
}

inline Series makeSeries(const core::model::ObjectRef &object, Counter counter, core::Instant start,
                         int count)
{
    return {.object = object,
            .counter = counter,
            .start = start,
            .interval = 20s,
            .values = std::vector<float>(static_cast<size_t>(count), 0.5F)};
}

inline core::Instant at(qint64 ms)
{
    return core::Instant(core::Duration(ms));
}

} // namespace tests::charts
