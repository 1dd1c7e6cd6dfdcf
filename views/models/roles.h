// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ref.h"

#include <Qt>

namespace views {

/// What the list models answer besides Qt's own roles.
enum ListRole {
    RefRole = Qt::UserRole + 1, ///< core::model::ObjectRef of the row's object
    SortRole, ///< as Qt::DisplayRole, but in an order that makes sense: numbers, instants
    ProgressRole, ///< double 0–1 of a task at work; negative: at work, not known how far; absent: not at work
    SearchRole, ///< what the row's filter looks into
};

} // namespace views
