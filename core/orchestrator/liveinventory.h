// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <functional>

namespace core::orchestrator {

/// The inventory as the core knows it now, and the one door through which it changes: whoever must hear of a
/// change (database, feed, events, alarms) observes it. One thread.
class LiveInventory
{
public:
    /// `before`: the object as it was; absent when it is new.
    using Observer =
        std::function<void(const model::Change &change, const std::optional<model::Object> &before)>;

    [[nodiscard]] const model::Inventory &now() const { return m_inventory; }

    /// Observers are called in the order in which they came, for each real change.
    void observe(Observer observer) { m_observers.push_back(std::move(observer)); }

    template <class T>
    void put(T value)
    {
        const model::ObjectRef ref(value.id);
        apply({ref, model::Object(std::make_shared<const T>(std::move(value)))});
    }
    void remove(const model::ObjectRef &ref) { apply({ref, std::nullopt}); }
    void apply(model::Change change);

private:
    model::Inventory m_inventory;
    std::vector<Observer> m_observers;
};

} // namespace core::orchestrator
