// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "views/performance/chartdata.h"

#include <QSize>

namespace views {

/// What a file of a chart holds: the range on show and nothing else.
struct ChartPicture {
    QString title;
    std::vector<ChartLine> lines;
    TimeRange range;
    QSize size{1200, 640}; ///< logical pixels
};

/// A PNG of twice that size, an SVG with title and legend, in the colours of the current theme. GUI thread.
[[nodiscard]] core::Result<void> exportPng(const ChartPicture &picture, const QString &path);
[[nodiscard]] core::Result<void> exportSvg(const ChartPicture &picture, const QString &path);
/// RFC 4180: a row a moment (RFC 3339, UTC), a column a line, numbers with a point; an empty field is no sample.
[[nodiscard]] core::Result<void> exportCsv(const ChartPicture &picture, const QString &path);

} // namespace views
