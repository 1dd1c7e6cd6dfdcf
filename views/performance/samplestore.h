// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/performance/chartdata.h"

#include <QHash>

namespace views {

/// The samples of what is on a chart: of the last hour, as the core gave them piece by piece, or averages of the
/// history, given whole. Values are kept in wire units; time in milliseconds since 1970, UTC.
class SampleStore
{
public:
    static constexpr qint64 keptMs = 3'600'000;

    /// A later piece replaces what it overlaps. Samples older than an hour before the newest go.
    void merge(const std::vector<core::model::Series> &pieces);
    /// These and no others, however old.
    void replace(const std::vector<core::model::Series> &all);
    void clear();
    /// Forget the lines that are no longer shown.
    void keepOnly(const std::vector<ChartKey> &keys);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QList<QPointF> points(const ChartKey &key) const;
    /// Between two points of the line; absent: it has none.
    [[nodiscard]] std::optional<core::Duration> interval(const ChartKey &key) const;
    /// Of the newest sample of all lines; absent: there is none.
    [[nodiscard]] std::optional<qint64> newest() const;
    [[nodiscard]] std::optional<qint64> oldest() const; ///< likewise
    /// From when on to ask: the newest sample of the line that lags most. Absent: ask for everything.
    [[nodiscard]] std::optional<core::Instant> since() const;

private:
    struct Line {
        ChartKey key;
        QList<QPointF> points;
        core::Duration interval{0};
    };
    void add(const core::model::Series &piece);
    [[nodiscard]] Line &line(const ChartKey &key);

    std::vector<Line> m_lines; ///< few: looked through
};

} // namespace views
