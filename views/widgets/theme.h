// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

/// The one place where colours are written down. Everything else takes them from the palette or from here, at
/// paint time (or again on QEvent::PaletteChange), so that a change of theme reaches every widget. GUI thread only.
namespace views::theme {

enum class Mode {
    System, ///< as the desktop says
    Light,
    Dark,
};

/// For the whole application: Fusion style and a palette. May be called again at any time.
void apply(Mode mode);
[[nodiscard]] Mode mode();
/// "system", "light", "dark": as kept in the settings; an unknown word is System.
[[nodiscard]] QString toString(Mode mode);
[[nodiscard]] Mode fromString(QStringView word);

/// Is the window's background darker than its text?
[[nodiscard]] bool isDark();

/// What a colour means. Each is readable as text on the palette's Base and Window (contrast of 4.5 or more), and
/// never the only sign of it.
enum class Role {
    Good, ///< running, connected, succeeded
    Warning, ///< yellow alarms, suspended
    Alert, ///< red alarms, failed
    Accent, ///< links, information, the own system's part of a bar
    Muted, ///< off, stale, unknown, secondary text
};
[[nodiscard]] QColor color(Role role);

/// The background of a banner or card that carries the meaning; text on it is QPalette::WindowText.
[[nodiscard]] QColor background(Role role);

/// Lines of a chart and segments of a bar, told apart by people who do not see red and green alike as well.
/// Repeats after seriesCount: vary the dash then.
inline constexpr int seriesCount = 8;
[[nodiscard]] QColor series(int index);

} // namespace views::theme
