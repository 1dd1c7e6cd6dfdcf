// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/chartexport.h"

#include "core/base/time.h"
#include "views/models/csv.h"
#include "views/performance/chartcontents.h"
#include "views/performance/samplesmodel.h"
#include "views/widgets/fileerror.h"

#include <QCoreApplication>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QImage>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPainter>
#include <QSaveFile>
#include <QSet>
#include <QSvgGenerator>
#include <QtCharts/QChart>

namespace views {

using namespace Qt::StringLiterals;

namespace {

/// The parts of one line between its gaps are one entry of the legend.
void writeLegend(QChart &chart)
{
    QLegend &legend = *chart.legend();
    legend.setVisible(true);
    legend.setAlignment(Qt::AlignBottom);
    legend.setMarkerShape(QLegend::MarkerShapeFromSeries);
    QSet<QString> named;
    for (QLegendMarker *marker : legend.markers()) {
        marker->setVisible(!named.contains(marker->series()->name()));
        named.insert(marker->series()->name());
    }
}

void render(const ChartPicture &picture, QPaintDevice &device, const QRectF &target)
{
    QGraphicsScene scene;
    auto *chart = new QChart; // the scene's
    scene.addItem(chart);
    chart->resize(picture.size);
    chart->setTitle(picture.title.toHtmlEscaped());
    ChartContents contents(*chart);
    contents.setCutting(true); // QSvgGenerator does not clip
    contents.show(picture.lines, picture.range);
    writeLegend(*chart);
    QCoreApplication::sendPostedEvents(chart,
                                       QEvent::LayoutRequest); // Qt Charts lays out when the loop turns
    chart->layout()->activate();
    scene.setSceneRect(QRectF(QPointF(), picture.size));
    QPainter painter(&device);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, target, scene.sceneRect());
}

} // namespace

core::Result<void> exportPng(const ChartPicture &picture, const QString &path)
{
    constexpr int scale = 2;
    QImage image(picture.size * scale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    render(picture, image, QRectF(QPointF(), image.size()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return fileError(file);
    return {};
}

core::Result<void> exportSvg(const ChartPicture &picture, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fileError(file);
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(picture.size);
    svg.setViewBox(QRect(QPoint(), picture.size));
    svg.setTitle(picture.title.toHtmlEscaped()); // Qt 6.4 writes it as it is
    render(picture, svg, QRectF(QPointF(), picture.size));
    if (!file.commit())
        return fileError(file);
    return {};
}

core::Result<void> exportCsv(const ChartPicture &picture, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fileError(file);
    QStringList fields{u"time"_s};
    for (const ChartLine &line : picture.lines)
        fields.push_back(u"%1: %2 [%3]"_s.arg(line.object, line.counter, line.unit));
    file.write(csvLine(fields).toUtf8());
    for (const qint64 time : momentsOf(picture.lines, picture.range)) {
        fields = {core::toRfc3339(core::Instant(core::Duration(time)))};
        for (const ChartLine &line : picture.lines) {
            const auto value = valueAt(line, time);
            fields.push_back(value ? QString::number(*value, 'g', 9) : QString());
        }
        file.write((fields.join(u',') + u"\r\n"_s).toUtf8());
    }
    if (!file.commit())
        return fileError(file);
    return {};
}

} // namespace views
