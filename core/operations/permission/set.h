// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Gives another role in a permission, or makes it end at its object.
struct SetPermission {
    static constexpr OperationInfo info{"permission.set", Privilege::ModifyPermissions};
    PermissionId permission;
    std::optional<RoleId> role;
    std::optional<bool> propagate;
    static constexpr auto fields =
        FieldList{field("permission", &SetPermission::permission), field("role", &SetPermission::role),
                  field("propagate", &SetPermission::propagate)};
};

/// To take a role away one must have what is in it too: a helper does not disarm an administrator.
[[nodiscard]] inline Requirements requirements(const SetPermission &operation,
                                               const model::Inventory &inventory)
{
    const model::Permission *permission = inventory.find(operation.permission);
    if (permission == nullptr)
        return {{Privilege::ModifyPermissions, model::ObjectRef()}};
    Requirements needed = toGive(permission->role, permission->object, inventory);
    if (operation.role) {
        for (const Requirement &each : toGive(*operation.role, permission->object, inventory))
            needed.push_back(each);
    }
    return needed;
}

[[nodiscard]] inline Availability availability(const SetPermission &operation,
                                               const model::Inventory &inventory)
{
    const model::Permission *permission = inventory.find(operation.permission);
    if (permission == nullptr)
        return exists(operation.permission, inventory);
    model::Permission changed = *permission;
    changed.role = operation.role.value_or(permission->role);
    changed.propagate = operation.propagate.value_or(permission->propagate);
    if (const Availability there = exists(changed.role, inventory); !there)
        return there;
    model::Inventory then = inventory;
    then.put(std::move(changed));
    return keepsAdministrator(inventory, then);
}

} // namespace core::operations
