// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "core/model/inventory.h"
#include "core/model/load.h"

#include <QMap>

/// Figures as Prometheus reads them (text format 0.0.4). Pure.
namespace core::api::server {

/// What GET /metrics tells; already cut to what its reader may see.
struct Figures {
    QString version;
    model::Inventory inventory;
    std::vector<model::Load> loads;
    std::vector<model::Series> rates; ///< of disk and network; the newest value counts
    std::vector<model::Task> tasks;
    std::vector<model::Alarm> alarms;
    int feedListeners = 0;
    QMap<int, qint64> answers; ///< by HTTP status
};

[[nodiscard]] QByteArray exposition(const Figures &figures);

/// Inside its quotes: whatever an object is called stays inside its label.
[[nodiscard]] QByteArray labelValue(const QString &text);

} // namespace core::api::server
