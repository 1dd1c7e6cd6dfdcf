// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Takes a role on an object away from a principal.
struct DeletePermission {
    static constexpr OperationInfo info{"permission.delete", Privilege::ModifyPermissions};
    PermissionId permission;
    static constexpr auto fields = FieldList{field("permission", &DeletePermission::permission)};
};

[[nodiscard]] inline Requirements requirements(const DeletePermission &operation,
                                               const model::Inventory &inventory)
{
    const model::Permission *permission = inventory.find(operation.permission);
    if (permission == nullptr)
        return {{Privilege::ModifyPermissions, model::ObjectRef()}};
    return toGive(permission->role, permission->object, inventory);
}

[[nodiscard]] inline Availability availability(const DeletePermission &operation,
                                               const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.permission, inventory); !there)
        return there;
    return keepsAdministrator(inventory, without(operation.permission, inventory));
}

} // namespace core::operations
