// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Gives the resource pool another name.
struct RenamePool {
    static constexpr OperationInfo info{"pool.rename", Privilege::PoolRename};
    PoolId pool;
    QString name;
    static constexpr auto fields =
        FieldList{field("pool", &RenamePool::pool), field("name", &RenamePool::name)};
};

[[nodiscard]] inline Availability availability(const RenamePool &operation, const model::Inventory &inventory)
{
    const model::Pool *pool = inventory.find(operation.pool);
    if (pool == nullptr)
        return exists(operation.pool, inventory);
    if (operation.name.isEmpty()) // asked before the name is known: may it be renamed at all?
        return {};
    return nameIsFree(operation.name, pool->parent, model::Kind::Pool, operation.pool, inventory);
}

} // namespace core::operations
