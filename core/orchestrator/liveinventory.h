// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/wakeup.h"
#include "core/model/inventory.h"

#include <functional>

namespace core::orchestrator {

/// Who or what is behind what happens now.
struct Cause {
    QString actor; ///< empty: nobody asked
    TaskId task;
};

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
    /// Without a cause: it may be found by the object, when a task is at work on it.
    void apply(model::Change change, const Cause &cause = {});
    /// For observers: why that happens of which they are told just now.
    [[nodiscard]] const Cause &cause() const { return m_cause; }

    /// Ends soon after the object has changed or gone, or after `limit`.
    [[nodiscard]] Task<> changeOf(Clock *clock, model::ObjectRef ref, Duration limit)
    {
        return changeOf(this, clock, ref, limit);
    }

private:
    class Waiting;

    static Task<> changeOf(LiveInventory *self, Clock *clock, model::ObjectRef ref, Duration limit);

    model::Inventory m_inventory;
    std::vector<Observer> m_observers;
    Cause m_cause;
    QMultiHash<model::ObjectRef, Wakeup *> m_waiting; ///< each of a task that waits for the object
};

} // namespace core::orchestrator
