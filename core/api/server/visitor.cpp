// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/visitor.h"

namespace core::api::server {

model::Inventory Visitor::visibleInventory()
{
    if (seesEverything())
        return m_inventory;
    model::Inventory visible;
    m_inventory.forEach([&](const model::Object &object) {
        if (sees(refOf(object)))
            visible.put(object);
    });
    return visible;
}

} // namespace core::api::server
