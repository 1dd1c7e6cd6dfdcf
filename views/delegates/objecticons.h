// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <QIcon>

namespace views {

/// The object's icon with its state drawn over it (never by colour alone: ▶ ‖ ✕ ? shapes), for any scale and
/// both themes. Cached: cheap to call for each row.
[[nodiscard]] QIcon iconFor(const core::model::Object &object);
[[nodiscard]] QIcon iconFor(core::model::Kind kind);
/// Of an operation, "vm.power-on"; null where there is none.
[[nodiscard]] QIcon operationIcon(QStringView operation);
/// Any other picture of resources/icons by its name without ".svg".
[[nodiscard]] QIcon icon(const QString &name);

} // namespace views
