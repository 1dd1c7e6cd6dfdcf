// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/chartcontents.h"

#include "views/performance/linestyle.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDateTimeAxis>
#include <QLineSeries>
#include <QLocale>
#include <QPalette>
#include <QValueAxis>
#include <QtCharts/QChart>

#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr int ticks = 5; // intervals on a value axis
constexpr qsizetype pointsOfChart = 4000; // Qt Charts takes 5 µs for each, at every change of the range

/// 1, 2 or 5 times a power of ten, not below: an axis end that reads well.
double niceEnd(double largest)
{
    if (!(largest > 0.0))
        return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(largest)));
    for (const double factor : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (factor * power >= largest)
            return factor * power;
    }
    return 10.0 * power;
}

void setEnd(QValueAxis &axis, double end)
{
    const int digits =
        std::max(0, 1 - static_cast<int>(std::floor(std::log10(end)))); // a fifth of the end in full
    axis.setLabelFormat(u"%.%1f"_s.arg(digits));
    axis.setRange(0.0, end);
}

QString nameOf(const ChartLine &line)
{
    return QCoreApplication::translate("views::ChartContents", "%1, %2", "object, counter")
        .arg(line.object, line.counter);
}

/// Days when they differ, a date without the time when there are many.
QString timeFormat(qint64 span)
{
    constexpr qint64 minute = 60'000;
    constexpr qint64 day = 24 * 60 * minute;
    if (span > 60 * day)
        return QLocale().dateFormat(QLocale::ShortFormat);
    if (span > day)
        //: Month, day and time at the axis of a chart, as QDateTime::toString() reads it.
        return QCoreApplication::translate("views::ChartContents", "MM-dd HH:mm");
    return span < 20 * minute ? u"HH:mm:ss"_s : u"HH:mm"_s;
}

QDateTime moment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

} // namespace

ChartContents::ChartContents(QChart &chart)
    : m_chart(chart),
      m_time(new QDateTimeAxis),
      m_left(new QValueAxis),
      m_right(new QValueAxis)
{
    chart.addAxis(m_time, Qt::AlignBottom);
    chart.addAxis(m_left, Qt::AlignLeft);
    chart.addAxis(m_right, Qt::AlignRight);
    chart.legend()->hide();
    chart.setBackgroundRoundness(0);
    chart.setLocalizeNumbers(true);
    for (QValueAxis *axis : {m_left, m_right}) {
        axis->setTickCount(ticks + 1);
    }
    m_right->setGridLineVisible(false);
    m_right->hide();
    recolor();
}

bool ChartContents::isSame(const std::vector<ChartLine> &lines) const
{
    return std::ranges::equal(lines, m_drawn, [](const ChartLine &line, const Drawn &drawn) {
        return line.key == drawn.key && line.unit == drawn.unit && nameOf(line) == drawn.name;
    });
}

void ChartContents::show(const std::vector<ChartLine> &lines, const TimeRange &range)
{
    if (!isSame(lines))
        rebuild(lines);
    if (range.isEmpty())
        return;
    if (m_chart.locale() != QLocale())
        m_chart.setLocale(QLocale());
    m_time->setFormat(timeFormat(range.span()));
    m_time->setRange(moment(range.from), moment(range.to));
    scale(lines, range);
    for (size_t i = 0; i < lines.size(); ++i)
        fill(m_drawn[i], lines[i], static_cast<int>(i), range);
}

void ChartContents::rebuild(const std::vector<ChartLine> &lines)
{
    m_chart.removeAllSeries();
    m_drawn.clear();
    QString rightUnit;
    const QString leftUnit = lines.empty() ? QString() : lines.front().unit;
    for (const ChartLine &line : lines) {
        const bool left = line.unit == leftUnit;
        if (!left)
            rightUnit = line.unit;
        m_drawn.push_back(
            {.key = line.key, .unit = line.unit, .name = nameOf(line), .axis = left ? m_left : m_right});
    }
    m_left->setTitleText(leftUnit);
    m_right->setTitleText(rightUnit);
    m_right->setVisible(!rightUnit.isEmpty());
}

QLineSeries *ChartContents::newPart(const Drawn &drawn, int index)
{
    auto *part = new QLineSeries;
    part->setName(drawn.name);
    stylePart(*part, index);
    m_chart.addSeries(part);
    part->attachAxis(m_time);
    part->attachAxis(drawn.axis);
    return part;
}

void ChartContents::stylePart(QLineSeries &part, int index) const
{
    QPen pen = linePen(index);
    if (index == m_highlighted)
        pen.setWidthF(pen.widthF() * 2);
    part.setPen(pen);
}

void ChartContents::fill(Drawn &drawn, const ChartLine &line, int index, const TimeRange &range)
{
    QList<QList<QPointF>> parts = stretches(line.points, line.interval);
    if (m_cutting) {
        for (auto &part : parts)
            part = cut(part, range);
        parts.removeIf([](const QList<QPointF> &part) { return part.isEmpty(); });
    } else {
        const qsizetype most =
            std::max<qsizetype>(180, pointsOfChart / static_cast<qsizetype>(m_drawn.size()));
        for (auto &part : parts)
            part = thinned(part, most);
    }
    while (drawn.parts.size() > static_cast<size_t>(parts.size())) {
        QLineSeries *last = drawn.parts.back();
        m_chart.removeSeries(last);
        delete last;
        drawn.parts.pop_back();
    }
    while (drawn.parts.size() < static_cast<size_t>(parts.size()))
        drawn.parts.push_back(newPart(drawn, index));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QList<QPointF> &points = parts[i];
        if (points.size() == 1) { // a lone sample between two gaps: as wide a dash as it stands for
            const auto half = static_cast<double>(line.interval.count()) / 4;
            const QPointF at = points.front();
            points = {QPointF(std::max(at.x() - half, static_cast<double>(range.from)), at.y()),
                      QPointF(std::min(at.x() + half, static_cast<double>(range.to)), at.y())};
        }
        drawn.parts[static_cast<size_t>(i)]->replace(points);
    }
}

void ChartContents::scale(const std::vector<ChartLine> &lines, const TimeRange &range)
{
    double left = 0.0;
    double right = 0.0;
    for (size_t i = 0; i < lines.size(); ++i) {
        double &largest = m_drawn[i].axis == m_left ? left : right;
        // Beyond the edge too: the line to the next sample outside is seen within.
        const qint64 margin = lines[i].interval.count();
        const Statistics all = statistics(lines[i].points, {range.from - margin, range.to + margin});
        largest = std::max(largest, all.maximum.value_or(0.0));
    }
    setEnd(*m_left, niceEnd(left));
    setEnd(*m_right, niceEnd(right));
}

void ChartContents::highlight(int line)
{
    m_highlighted = line;
    for (size_t i = 0; i < m_drawn.size(); ++i) {
        for (QLineSeries *part : m_drawn[i].parts)
            stylePart(*part, static_cast<int>(i));
    }
}

void ChartContents::recolor()
{
    const QPalette palette = QApplication::palette();
    const QColor text = palette.color(QPalette::Text);
    QColor faint = text;
    faint.setAlphaF(0.2F);
    m_chart.setBackgroundBrush(palette.color(QPalette::Base));
    m_chart.setTitleBrush(text);
    m_chart.legend()->setLabelColor(text);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_time), static_cast<QAbstractAxis *>(m_left),
                                static_cast<QAbstractAxis *>(m_right)}) {
        axis->setLabelsColor(text);
        axis->setTitleBrush(text);
        axis->setLinePenColor(text);
        axis->setGridLineColor(faint);
        axis->setLabelsFont(QApplication::font());
    }
    highlight(m_highlighted);
}

QPointF ChartContents::position(int line, const QPointF &value) const
{
    const auto &parts = m_drawn[static_cast<size_t>(line)].parts;
    return parts.empty() ? QPointF() : m_chart.mapToPosition(value, parts.front());
}

} // namespace views
