// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPen>

namespace views {

/// How line number `index` of a chart is drawn, in the current theme: its colour and its dashes differ, so that
/// nobody has to see colours. 40 lines differ from each other.
[[nodiscard]] QPen linePen(int index);
/// A short piece of that line for a legend.
[[nodiscard]] QPixmap lineSample(int index, const QSize &size, qreal pixelRatio);

} // namespace views
