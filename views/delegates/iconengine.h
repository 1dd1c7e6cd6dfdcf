// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>
#include <QStringList>

namespace views {

/// What an icon is composed of: names of files in resources/icons without ".svg", empty for none.
struct IconRecipe {
    QString base;
    QString state; ///< drawn over the lower right corner
    QString note; ///< drawn over the upper right corner
    bool faded = false; ///< the base is pale: what it shows is not current

    [[nodiscard]] QString key() const { return base + u'|' + state + u'|' + note + (faded ? u'-' : u'+'); }
};

/// Draws the recipe from its SVG files at the size asked for, in colours for the application's palette of that
/// moment. Pixmaps are kept in QPixmapCache. GUI thread.
class IconEngine : public QIconEngine
{
public:
    explicit IconEngine(IconRecipe recipe);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override;
    bool isNull() override { return false; }

private:
    IconRecipe m_recipe;
};

} // namespace views
