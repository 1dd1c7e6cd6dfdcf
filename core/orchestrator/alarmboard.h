// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/model/activity.h"
#include "core/orchestrator/liveinventory.h"

#include <functional>

namespace core::orchestrator {

/// The conditions of an object that call for somebody, as its state shows them. Pure.
[[nodiscard]] std::vector<model::Alarm> alarmsOf(const model::Object &object);

/// The alarms triggered now, kept current from the changes of the inventory.
class AlarmBoard
{
public:
    using Listener = std::function<void(const std::vector<model::Alarm> &)>;

    AlarmBoard(Clock &clock, LiveInventory &inventory);

    void setListener(Listener listener) { m_listener = std::move(listener); }
    /// Newest first.
    [[nodiscard]] std::vector<model::Alarm> triggered() const;
    /// Those of the core itself, which is no object of the inventory.
    void setOwn(std::vector<model::Alarm> alarms);

private:
    void changed(const model::Change &change);

    Clock &m_clock;
    Listener m_listener;
    QHash<model::ObjectRef, std::vector<model::Alarm>> m_alarms;
    std::vector<model::Alarm> m_own;
};

} // namespace core::orchestrator
