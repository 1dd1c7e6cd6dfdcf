// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"

#include <QIcon>

namespace views {

/// Three shapes, not only three colours.
[[nodiscard]] QIcon severityIcon(core::model::Severity severity);

} // namespace views
