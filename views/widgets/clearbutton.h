// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QLineEdit>

namespace views {

/// What a screen reader calls the button that empties `line`: Qt gives it no name.
inline void nameClearButton(const QLineEdit &line, const QString &name)
{
    if (auto *clearing = line.findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clearing->setText(name);
}

} // namespace views
