// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/performance/chartcontents.h"

#include <QPixmap>
#include <QtCharts/QChartView>

class QRubberBand;

namespace views {

/// The live chart: follows the newest sample, shows the values under the pointer, zooms by rubber band, wheel
/// and keys (+ − 0, arrows move). Draws what it is given; where the data comes from is the page's business.
class PerformanceChartView : public QChartView
{
    Q_OBJECT

public:
    explicit PerformanceChartView(QWidget *parent = nullptr);
    ~PerformanceChartView() override;

    /// New data; `whole`: the range when not zoomed. A zoomed range stays where it is, unless it shows the newest
    /// moment: then it moves along.
    void setLines(std::vector<ChartLine> lines, const TimeRange &whole);
    [[nodiscard]] const TimeRange &range() const { return m_range; }
    [[nodiscard]] bool isZoomed() const { return m_zoomed; }
    void setRange(const TimeRange &range);
    void resetZoom();
    void highlight(int line);
    /// By rising time.
    void setMarkers(std::vector<ChartMarker> markers);

    /// What the hover box says at this moment; also for the screen reader.
    [[nodiscard]] QStringList valuesAt(double time) const;

Q_SIGNALS:
    void rangeChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void apply(TimeRange range);
    void forgetPicture();
    void zoom(double factor, double around);
    void move(double share);
    [[nodiscard]] double timeAt(double x) const;
    [[nodiscard]] double xOf(double time) const;
    void drawHover(QPainter &painter) const;
    void drawMarkers(QPainter &painter) const;
    /// Those under this place, at most a few.
    [[nodiscard]] QStringList markersAt(double time) const;

    std::unique_ptr<ChartContents> m_contents; ///< of chart(), which the base class owns
    std::vector<ChartLine> m_lines;
    std::vector<ChartMarker> m_markers;
    TimeRange m_whole;
    TimeRange m_range;
    bool m_zoomed = false;
    std::optional<double> m_hover; ///< a moment
    QPixmap m_picture; ///< the chart as last drawn: following the pointer must not draw all lines again
    QRubberBand *m_band;
    QPoint m_pressed;
};

} // namespace views
