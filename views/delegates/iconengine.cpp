// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/delegates/iconengine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// The colours of the files are those for a light background; these stand in on a dark one.
struct Tone {
    QLatin1StringView light;
    QLatin1StringView dark;
};
constexpr std::array tones{
    Tone{"#fefefe"_L1, "#39424d"_L1}, // paper
    Tone{"#2f7dd1"_L1, "#63acf5"_L1}, // accent
    Tone{"#2e9e4f"_L1, "#57cc7a"_L1}, // runs
    Tone{"#d9930d"_L1, "#f2b73c"_L1}, // waits
    Tone{"#d03b3b"_L1, "#ff7070"_L1}, // broken
    Tone{"#a87714"_L1, "#f0cd7c"_L1}, // edge of a folder
    Tone{"#8a5a00"_L1, "#ffd980"_L1}, // edge of a warning
    Tone{"#7c1717"_L1, "#ffb0b0"_L1}, // edge of an alert
};

bool isDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

QByteArray coloured(const QString &name, bool dark)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString svg = QString::fromUtf8(file.readAll());
    svg.replace("currentColor"_L1, dark ? "#c9d3de"_L1 : "#43525f"_L1);
    if (dark) {
        for (const Tone &tone : tones)
            svg.replace(tone.light, tone.dark);
    }
    return svg.toUtf8();
}

void drawFile(QPainter &painter, const QString &name, const QRectF &where, bool dark)
{
    QSvgRenderer renderer(coloured(name, dark));
    renderer.render(&painter, where);
}

/// Cuts a gap around the corner first, so that the shape stands apart from the base on any background.
void drawOverlay(QPainter &painter, const QString &name, const QRectF &where, bool dark)
{
    const qreal gap = where.width() / 8;
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(where.adjusted(-gap, -gap, gap, gap), 2 * gap, 2 * gap);
    painter.restore();
    drawFile(painter, name, where, dark);
}

QImage compose(const IconRecipe &recipe, const QSize &size, bool dark)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const int side = std::min(size.width(), size.height());
    const QRectF square((size.width() - side) / 2, (size.height() - side) / 2, side, side);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(recipe.faded ? 0.5 : 1.0);
    drawFile(painter, recipe.base, square, dark);
    painter.setOpacity(1.0);
    // in whole pixels; a small icon has to give more of itself for the shape to be told
    const int part = side <= 20 ? (side + 1) / 2 : side * 9 / 20;
    const QRectF corner(square.right() - part, square.bottom() - part, part, part);
    if (!recipe.state.isEmpty())
        drawOverlay(painter, recipe.state, corner, dark);
    if (!recipe.note.isEmpty())
        drawOverlay(painter, recipe.note, corner.translated(0, part - side), dark);
    return image;
}

/// Pale and without colour: what cannot be used now.
QImage disabled(const QImage &image)
{
    QImage grey = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < grey.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(grey.scanLine(y));
        for (int x = 0; x < grey.width(); ++x) {
            const int level = qGray(line[x]);
            line[x] = qRgba(level, level, level, qAlpha(line[x]) * 2 / 5);
        }
    }
    return grey;
}

} // namespace

IconEngine::IconEngine(IconRecipe recipe) : m_recipe(std::move(recipe)) {}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device() != nullptr ? painter->device()->devicePixelRatio() : 1.0;
    painter->drawPixmap(rect, scaledPixmap((QSizeF(rect.size()) * scale).toSize(), mode, state, scale));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal)
{
    if (size.isEmpty())
        return {};
    const bool dark = isDark();
    const QString cacheKey = u"vigie-icon:%1:%2x%3:%4%5"_s.arg(
        m_recipe.key(), QString::number(size.width()), QString::number(size.height()),
        mode == QIcon::Disabled ? u"d"_s : u"n"_s, dark ? u"k"_s : u"l"_s);
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap))
        return pixmap;
    const QImage image = compose(m_recipe, size, dark);
    pixmap = QPixmap::fromImage(mode == QIcon::Disabled ? disabled(image) : image);
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(m_recipe);
}

QString IconEngine::key() const
{
    return u"vigie"_s;
}

} // namespace views
