// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/severityicon.h"

#include <QApplication>
#include <QStyle>

namespace views {

QIcon severityIcon(core::model::Severity severity)
{
    const QStyle *style = QApplication::style();
    switch (severity) {
    case core::model::Severity::Info: return style->standardIcon(QStyle::SP_MessageBoxInformation);
    case core::model::Severity::Warning: return style->standardIcon(QStyle::SP_MessageBoxWarning);
    case core::model::Severity::Alert: return style->standardIcon(QStyle::SP_MessageBoxCritical);
    }
    Q_UNREACHABLE();
}

} // namespace views
