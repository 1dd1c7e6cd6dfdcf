// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/severityicon.h"

#include "views/delegates/objecticons.h"

using namespace Qt::StringLiterals;

namespace views {

QIcon severityIcon(core::model::Severity severity)
{
    switch (severity) {
    case core::model::Severity::Info: return icon(u"info"_s);
    case core::model::Severity::Warning: return icon(u"warning"_s);
    case core::model::Severity::Alert: return icon(u"alert"_s);
    }
    Q_UNREACHABLE();
}

} // namespace views
