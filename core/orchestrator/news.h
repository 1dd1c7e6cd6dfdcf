// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "core/model/inventory.h"

namespace core::orchestrator {

/// What a change of the inventory means to a reader of events.
struct News {
    QString code;
    model::Severity severity = model::Severity::Info;
    QJsonObject parameters;
};

/// Pure: none, one or several things may be worth telling. `inventory` gives the names of hosts and folders.
[[nodiscard]] std::vector<News> newsOf(const model::Change &change,
                                       const std::optional<model::Object> &before,
                                       const model::Inventory &inventory);

} // namespace core::orchestrator
