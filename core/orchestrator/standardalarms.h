// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

namespace core::orchestrator {

/// The alarms that every core has from its first start, defined at the root. Whoever changes one keeps what he made of
/// it: only those that the inventory lacks are answered. Pure.
[[nodiscard]] std::vector<model::Object> standardAlarms(const model::Inventory &inventory);

} // namespace core::orchestrator
