// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

namespace core::orchestrator {

/// What the administration of every core has from its first start: the built-in roles as this program knows them
/// and, with an owner (`local\\ann`), that user as Administrator of everything. Only what the inventory lacks or has
/// otherwise. Pure.
[[nodiscard]] std::vector<model::Object> basicAdministration(const QString &owner,
                                                             const model::Inventory &inventory);

} // namespace core::orchestrator
