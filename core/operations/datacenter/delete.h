// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Removes an empty datacenter from the inventory.
struct DeleteDatacenter {
    static constexpr OperationInfo info{"datacenter.delete", Privilege::DatacenterDelete};
    DatacenterId datacenter;
    static constexpr auto fields = FieldList{field("datacenter", &DeleteDatacenter::datacenter)};
};

[[nodiscard]] inline Availability availability(const DeleteDatacenter &operation,
                                               const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.datacenter, inventory); !there)
        return there;
    return isEmpty(operation.datacenter, inventory);
}

} // namespace core::operations
