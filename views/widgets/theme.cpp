// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/theme.h"

#include "views/widgets/outlinedstyle.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>

#include <array>

using namespace Qt::StringLiterals;

namespace views::theme {

namespace {

Mode currentMode = Mode::System; // NOLINT: as the application's palette, there is one

QPalette paletteOf(QRgb window, QRgb base, QRgb alternate, QRgb button, QRgb text, QRgb highlight, QRgb link)
{
    QPalette palette{QColor(button), QColor(window)}; // derives the shades of frames from them
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        palette.setColor(group, QPalette::Base, QColor(base));
        palette.setColor(group, QPalette::AlternateBase, QColor(alternate));
        palette.setColor(group, QPalette::ToolTipBase, QColor(alternate));
        for (const auto role :
             {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
            palette.setColor(group, role, QColor(text));
        palette.setColor(group, QPalette::Highlight, QColor(highlight));
        palette.setColor(group, QPalette::HighlightedText, QColor(0xffffffU));
        palette.setColor(group, QPalette::Link, QColor(link));
        palette.setColor(group, QPalette::LinkVisited, QColor(link));
    }
    QColor faint(text);
    faint.setAlphaF(0.65F);
    palette.setColor(QPalette::PlaceholderText, faint);
    QColor disabled(text);
    disabled.setAlphaF(0.5F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

QPalette light()
{
    return paletteOf(0xf3f3f5U, 0xffffffU, 0xf0f3f7U, 0xe9e9ecU, 0x1c1c20U, 0x1a5fb4U, 0x1a5fb4U);
}

QPalette dark()
{
    return paletteOf(0x26262bU, 0x1c1c20U, 0x24242aU, 0x34343aU, 0xe8e8ecU, 0x2f6fc4U, 0x8ab8f5U);
}

struct Pair {
    QRgb onLight;
    QRgb onDark;
    [[nodiscard]] QColor color() const { return QColor(isDark() ? onDark : onLight); }
};

} // namespace

void apply(Mode mode)
{
    currentMode = mode;
    if (qobject_cast<OutlinedStyle *>(QApplication::style()) == nullptr)
        QApplication::setStyle(new OutlinedStyle); // the same on every desktop, and follows the palette
    switch (mode) {
    case Mode::System: QApplication::setPalette(QPalette()); return;
    case Mode::Light: QApplication::setPalette(light()); return;
    case Mode::Dark: QApplication::setPalette(dark()); return;
    }
    Q_UNREACHABLE();
}

Mode mode()
{
    return currentMode;
}

QString toString(Mode mode)
{
    switch (mode) {
    case Mode::System: return u"system"_s;
    case Mode::Light: return u"light"_s;
    case Mode::Dark: return u"dark"_s;
    }
    Q_UNREACHABLE();
}

Mode fromString(QStringView word)
{
    if (word == u"light")
        return Mode::Light;
    return word == u"dark" ? Mode::Dark : Mode::System;
}

bool isDark()
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor color(Role role)
{
    switch (role) {
    case Role::Good: return Pair{0x15702fU, 0x5fd68aU}.color();
    case Role::Warning: return Pair{0x875200U, 0xf0c040U}.color();
    case Role::Alert: return Pair{0xb3121fU, 0xff8a80U}.color();
    case Role::Accent: return Pair{0x1a5fb4U, 0x8ab8f5U}.color();
    case Role::Muted: return Pair{0x5a5a63U, 0xb4b4bcU}.color();
    }
    Q_UNREACHABLE();
}

QColor background(Role role)
{
    switch (role) {
    case Role::Good: return Pair{0xdff3e4U, 0x1d3b27U}.color();
    case Role::Warning: return Pair{0xfdf0d0U, 0x45370fU}.color();
    case Role::Alert: return Pair{0xfbe0e2U, 0x4c2023U}.color();
    case Role::Accent: return Pair{0xdfeaf8U, 0x1f3450U}.color();
    case Role::Muted: return Pair{0xe6e6eaU, 0x38383fU}.color();
    }
    Q_UNREACHABLE();
}

QColor series(int index)
{
    static constexpr std::array<Pair, seriesCount> colors{{{0x0b61a4U, 0x6db3f2U},
                                                           {0xc4570aU, 0xf59b57U},
                                                           {0x15803dU, 0x5fd68aU},
                                                           {0x9b2fa3U, 0xd78ae0U},
                                                           {0x8a6a00U, 0xe6cf4fU},
                                                           {0x0b7a8aU, 0x5cd0dfU},
                                                           {0xb3124fU, 0xff8fb5U},
                                                           {0x5a5a63U, 0xc4c4ccU}}};
    const int at = ((index % seriesCount) + seriesCount) % seriesCount;
    return colors.at(static_cast<size_t>(at)).color();
}

} // namespace views::theme
