// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/performance/chartdata.h"

#include <vector>

class QChart;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace views {

/// Puts lines on a QChart: a time axis in local time, an axis left for the first unit and right for the second,
/// gaps left open, colours of the theme. Updating the same lines replaces their points and makes nothing new.
/// The chart owns what is put on it and must live longer.
class ChartContents
{
public:
    explicit ChartContents(QChart &chart);

    void show(const std::vector<ChartLine> &lines, const TimeRange &range);
    /// Draws this line thicker; -1: none.
    void highlight(int line);
    /// Takes the colours of the palette and theme again.
    void recolor();

    /// Cuts the data to the range on show: for a painter that does not clip.
    void setCutting(bool cutting) { m_cutting = cutting; }
    /// Where a value of a line is drawn, in the chart's coordinates.
    [[nodiscard]] QPointF position(int line, const QPointF &value) const;
    /// The range's place.
    [[nodiscard]] QChart &chart() const { return m_chart; }

private:
    struct Drawn {
        ChartKey key;
        QString unit;
        QString name;
        QValueAxis *axis = nullptr;
        std::vector<QLineSeries *> parts; ///< one a stretch between gaps
    };
    [[nodiscard]] bool isSame(const std::vector<ChartLine> &lines) const;
    void rebuild(const std::vector<ChartLine> &lines);
    void fill(Drawn &drawn, const ChartLine &line, int index, const TimeRange &range);
    void scale(const std::vector<ChartLine> &lines, const TimeRange &range);
    [[nodiscard]] QLineSeries *newPart(const Drawn &drawn, int index);
    void stylePart(QLineSeries &part, int index) const;

    QChart &m_chart;
    QDateTimeAxis *m_time;
    QValueAxis *m_left;
    QValueAxis *m_right;
    std::vector<Drawn> m_drawn;
    int m_highlighted = -1;
    bool m_cutting = false;
};

} // namespace views
