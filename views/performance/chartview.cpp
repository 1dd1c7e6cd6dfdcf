// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/chartview.h"

#include "core/text/text.h"
#include "views/performance/legendmodel.h"
#include "views/performance/linestyle.h"
#include "views/widgets/theme.h"

#include <QGraphicsScene>
#include <QKeyEvent>
#include <QPainter>
#include <QRubberBand>
#include <QWheelEvent>

namespace views {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 leastSpanMs = 30'000;
constexpr int leastBand = 6; // pixels: less was a click
constexpr double markerSize = 5; // half its width
constexpr qsizetype mostNamed = 4; // of the markers under the pointer
constexpr size_t smoothLines = 8; // more are drawn without antialiasing, four times as fast
} // namespace

PerformanceChartView::PerformanceChartView(QWidget *parent)
    : QChartView(parent),
      m_contents(std::make_unique<ChartContents>(*chart())),
      m_band(new QRubberBand(QRubberBand::Rectangle, this))
{
    setObjectName(u"chart"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    chart()->setMargins(QMargins(4, 4, 4, 4));
    connect(scene(), &QGraphicsScene::changed, this, &PerformanceChartView::forgetPicture);
}

PerformanceChartView::~PerformanceChartView() = default;

void PerformanceChartView::setLines(std::vector<ChartLine> lines, const TimeRange &whole)
{
    const qint64 moved = whole.to - m_whole.to;
    const bool follows = m_zoomed && m_range.to >= m_whole.to;
    m_lines = std::move(lines);
    m_whole = whole;
    if (!m_zoomed)
        apply(whole);
    else if (follows)
        apply({m_range.from + moved, m_range.to + moved});
    else
        apply({std::max(m_range.from, whole.from), std::max(m_range.to, whole.from + leastSpanMs)});
}

void PerformanceChartView::apply(TimeRange range)
{
    const bool changed = range != m_range;
    m_range = range;
    m_contents->show(m_lines, m_range);
    forgetPicture();
    if (changed)
        Q_EMIT rangeChanged();
}

void PerformanceChartView::setRange(const TimeRange &range)
{
    const qint64 span = std::clamp(range.span(), std::min(leastSpanMs, m_whole.span()), m_whole.span());
    const qint64 middle = range.from + range.span() / 2;
    const qint64 from = std::clamp(middle - span / 2, m_whole.from, m_whole.to - span);
    m_zoomed = span < m_whole.span();
    apply({from, from + span});
}

void PerformanceChartView::resetZoom()
{
    m_zoomed = false;
    apply(m_whole);
}

void PerformanceChartView::highlight(int line)
{
    m_contents->highlight(line);
    forgetPicture();
}

void PerformanceChartView::setMarkers(std::vector<ChartMarker> markers)
{
    m_markers = std::move(markers);
    viewport()->update();
}

void PerformanceChartView::zoom(double factor, double around)
{
    const double left = (around - static_cast<double>(m_range.from)) * factor;
    const double right = (static_cast<double>(m_range.to) - around) * factor;
    setRange({static_cast<qint64>(around - left), static_cast<qint64>(around + right)});
}

void PerformanceChartView::move(double share)
{
    const auto by = static_cast<qint64>(static_cast<double>(m_range.span()) * share);
    setRange({m_range.from + by, m_range.to + by});
}

double PerformanceChartView::timeAt(double x) const
{
    const QRectF plot = chart()->plotArea();
    const double share = plot.width() > 0 ? (x - plot.left()) / plot.width() : 0.0;
    return static_cast<double>(m_range.from) + share * static_cast<double>(m_range.span());
}

double PerformanceChartView::xOf(double time) const
{
    const QRectF plot = chart()->plotArea();
    return plot.left()
        + (time - static_cast<double>(m_range.from)) / static_cast<double>(m_range.span()) * plot.width();
}

QStringList PerformanceChartView::valuesAt(double time) const
{
    QStringList values;
    std::optional<double> moment;
    for (const ChartLine &line : m_lines) {
        const auto point = nearest(line, time);
        if (point && !moment)
            moment = point->x();
        values.push_back(point ? tr("%1, %2: %3 %4", "object, counter, value, unit")
                                     .arg(line.object, line.counter, chartNumber(point->y()), line.unit)
                               : tr("%1, %2: no value", "object, counter").arg(line.object, line.counter));
    }
    const auto shown = static_cast<qint64>(moment.value_or(time));
    values.prepend(core::text::timeOfDay(core::Instant(core::Duration(shown))));
    return values;
}

void PerformanceChartView::paintEvent(QPaintEvent *)
{
    const qreal ratio = viewport()->devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap(viewport()->size() * ratio);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(palette().color(QPalette::Base));
        QPainter painter(&m_picture);
        painter.setRenderHint(QPainter::Antialiasing, m_lines.size() <= smoothLines);
        render(&painter, QRectF(QPointF(), viewport()->size()), viewport()->rect(), Qt::IgnoreAspectRatio);
    }
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, m_picture);
    drawMarkers(painter);
    if (m_hover && !m_lines.empty() && !m_range.isEmpty())
        drawHover(painter);
}

void PerformanceChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    forgetPicture();
}

void PerformanceChartView::forgetPicture()
{
    m_picture = QPixmap();
    viewport()->update();
}

/// Triangles on the time axis: a shape for each severity, not only a colour.
void PerformanceChartView::drawMarkers(QPainter &painter) const
{
    if (m_markers.empty() || m_range.isEmpty())
        return;
    const QRectF plot = chart()->plotArea();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartMarker &marker : m_markers) {
        if (marker.time < m_range.from || marker.time > m_range.to)
            continue;
        const QPointF foot(xOf(static_cast<double>(marker.time)), plot.bottom());
        const bool info = marker.severity == core::model::Severity::Info;
        const auto role = marker.severity == core::model::Severity::Alert ? theme::Role::Alert
            : info                                                        ? theme::Role::Accent
                                                                          : theme::Role::Warning;
        painter.setPen(QPen(theme::color(role), 1.2));
        painter.setBrush(info ? QBrush(palette().color(QPalette::Base)) : QBrush(theme::color(role)));
        const double height = markerSize * (marker.severity == core::model::Severity::Alert ? 2.6 : 1.8);
        painter.drawPolygon(QPolygonF{foot - QPointF(markerSize, 0), foot - QPointF(0, height),
                                      foot + QPointF(markerSize, 0)});
    }
    painter.restore();
}

QStringList PerformanceChartView::markersAt(double time) const
{
    const double x = xOf(time);
    QStringList texts;
    qsizetype more = 0;
    for (const ChartMarker &marker : m_markers) {
        if (std::abs(xOf(static_cast<double>(marker.time)) - x) > markerSize)
            continue;
        if (texts.size() < mostNamed)
            texts += tr("%1 %2", "time, event")
                         .arg(core::text::timeOfDay(core::Instant(core::Duration(marker.time))), marker.text);
        else
            ++more;
    }
    if (more > 0)
        texts += tr("and %n more", nullptr, static_cast<int>(more));
    return texts;
}

void PerformanceChartView::drawHover(QPainter &painter) const
{
    const QRectF plot = chart()->plotArea();
    QStringList values = valuesAt(*m_hover);
    const qsizetype lines = values.size(); // behind them events, which are no lines
    values += markersAt(*m_hover);
    painter.setFont(font());
    const QFontMetrics metrics(font());
    constexpr int sample = 28;
    constexpr int gap = 6;
    int width = 0;
    for (const QString &value : values)
        width = std::max(width, metrics.horizontalAdvance(value));
    double at = *m_hover;
    for (const ChartLine &line : m_lines) {
        if (const auto point = nearest(line, *m_hover)) {
            at = point->x();
            break;
        }
    }
    const double x = std::clamp(xOf(at), plot.left(), plot.right());
    painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DotLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const QSizeF size(width + sample + 3 * gap,
                      static_cast<double>(values.size()) * metrics.height() + 2 * gap);
    const bool left = x + size.width() + 12 > plot.right() && x - size.width() - 12 > 0;
    const QRectF box(QPointF(left ? x - size.width() - 10 : x + 10, plot.top() + 4), size);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRect(box);
    double y = box.top() + gap;
    for (qsizetype i = 0; i < values.size(); ++i, y += metrics.height()) {
        const double middle = y + metrics.height() / 2.0;
        if (i > 0 && i < lines) {
            painter.setPen(linePen(static_cast<int>(i) - 1));
            painter.drawLine(QPointF(box.left() + gap, middle), QPointF(box.left() + gap + sample, middle));
        }
        painter.setPen(palette().color(QPalette::ToolTipText));
        const double textLeft = i > 0 && i < lines ? box.left() + sample + 2 * gap : box.left() + gap;
        painter.drawText(QPointF(textLeft, y + metrics.ascent()), values[i]);
    }
}

void PerformanceChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position().toPoint();
    m_band->setGeometry(QRect(m_pressed.x(), static_cast<int>(chart()->plotArea().top()), 0,
                              static_cast<int>(chart()->plotArea().height())));
    m_band->show();
}

void PerformanceChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_band->isVisible()) {
        const QRectF plot = chart()->plotArea();
        const int x = static_cast<int>(std::clamp(at.x(), plot.left(), plot.right()));
        m_band->setGeometry(QRect(std::min(x, m_pressed.x()), static_cast<int>(plot.top()),
                                  std::abs(x - m_pressed.x()), static_cast<int>(plot.height())));
    }
    const bool inside = chart()->plotArea().contains(at);
    m_hover = inside ? std::optional(timeAt(at.x())) : std::nullopt;
    viewport()->update();
}

void PerformanceChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_band->isVisible())
        return;
    const QRect band = m_band->geometry();
    m_band->hide();
    if (band.width() >= leastBand)
        setRange({static_cast<qint64>(timeAt(band.left())), static_cast<qint64>(timeAt(band.right()))});
}

void PerformanceChartView::mouseDoubleClickEvent(QMouseEvent *)
{
    m_band->hide();
    resetZoom();
}

void PerformanceChartView::leaveEvent(QEvent *event)
{
    m_hover.reset();
    viewport()->update();
    QChartView::leaveEvent(event);
}

void PerformanceChartView::wheelEvent(QWheelEvent *event)
{
    constexpr double step = 1.25;
    const double notches = event->angleDelta().y() / 120.0;
    if (!m_range.isEmpty() && notches != 0.0)
        zoom(std::pow(step, -notches), timeAt(event->position().x()));
    event->accept();
}

void PerformanceChartView::keyPressEvent(QKeyEvent *event)
{
    const double middle = static_cast<double>(m_range.from) + static_cast<double>(m_range.span()) / 2.0;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(0.5, middle); return;
    case Qt::Key_Minus: zoom(2.0, middle); return;
    case Qt::Key_0: resetZoom(); return;
    case Qt::Key_Left: move(-0.25); return;
    case Qt::Key_Right: move(0.25); return;
    default: QChartView::keyPressEvent(event);
    }
}

void PerformanceChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        m_contents->recolor(); // the scene changes with it
    QChartView::changeEvent(event);
}

} // namespace views
