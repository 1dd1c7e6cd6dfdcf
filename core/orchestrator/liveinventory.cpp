// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/liveinventory.h"

namespace core::orchestrator {

void LiveInventory::apply(model::Change change)
{
    const auto before = m_inventory.find(change.ref);
    const bool real = change.object ? m_inventory.put(*change.object) : m_inventory.remove(change.ref);
    if (!real)
        return;
    for (const Observer &observer : m_observers)
        observer(change, before);
}

} // namespace core::orchestrator
