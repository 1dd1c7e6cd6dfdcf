// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/liveinventory.h"

namespace core::orchestrator {

class LiveInventory::Waiting
{
public:
    Waiting(LiveInventory *inventory, const model::ObjectRef &ref, Wakeup *wakeup)
        : m_inventory(inventory),
          m_ref(ref),
          m_wakeup(wakeup)
    {
        m_inventory->m_waiting.insert(m_ref, m_wakeup);
    }
    Waiting(const Waiting &) = delete;
    Waiting &operator=(const Waiting &) = delete;
    ~Waiting() { m_inventory->m_waiting.remove(m_ref, m_wakeup); }

private:
    LiveInventory *m_inventory;
    model::ObjectRef m_ref;
    Wakeup *m_wakeup;
};

Task<> LiveInventory::changeOf(LiveInventory *self, Clock *clock, model::ObjectRef ref, Duration limit)
{
    Wakeup wakeup(*clock);
    const Waiting waiting(self, ref, &wakeup);
    co_await wakeup.wait(limit);
    co_return {};
}

void LiveInventory::apply(model::Change change, const Cause &cause)
{
    const auto before = m_inventory.find(change.ref);
    const bool real = change.object ? m_inventory.put(*change.object) : m_inventory.remove(change.ref);
    if (!real)
        return;
    const Cause outer = std::exchange(m_cause, cause); // an observer may change something itself
    for (const Observer &observer : m_observers)
        observer(change, before);
    m_cause = outer;
    const auto waiting = m_waiting.equal_range(change.ref);
    for (auto it = waiting.first; it != waiting.second; ++it)
        (*it)->wake();
}

} // namespace core::orchestrator
