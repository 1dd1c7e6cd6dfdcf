// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Removes a resource pool. Its VMs and pools go to the one above.
struct DeletePool {
    static constexpr OperationInfo info{"pool.delete", Privilege::PoolDelete};
    PoolId pool;
    static constexpr auto fields = FieldList{field("pool", &DeletePool::pool)};
};

[[nodiscard]] inline Availability availability(const DeletePool &operation, const model::Inventory &inventory)
{
    return exists(operation.pool, inventory);
}

} // namespace core::operations
