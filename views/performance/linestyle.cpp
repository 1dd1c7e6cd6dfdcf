// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/linestyle.h"

#include "views/widgets/theme.h"

#include <QPainter>
#include <QPixmap>

#include <array>

namespace views {

QPen linePen(int index)
{
    static constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                       Qt::DashDotDotLine};
    QPen pen(theme::series(index));
    pen.setWidthF(2.0);
    pen.setStyle(styles.at(static_cast<size_t>(index) % styles.size()));
    pen.setCapStyle(Qt::FlatCap); // round ends would fill the gaps of the dots
    pen.setCosmetic(true);
    return pen;
}

QPixmap lineSample(int index, const QSize &size, qreal pixelRatio)
{
    QPixmap pixmap(size * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(linePen(index));
    const qreal middle = size.height() / 2.0;
    painter.drawLine(QPointF(1, middle), QPointF(size.width() - 1, middle));
    return pixmap;
}

} // namespace views
