// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Removes a role that nobody has.
struct DeleteRole {
    static constexpr OperationInfo info{"role.delete", Privilege::ModifyRoles};
    RoleId role;
    static constexpr auto fields = FieldList{field("role", &DeleteRole::role)};
};

[[nodiscard]] inline Availability availability(const DeleteRole &operation, const model::Inventory &inventory)
{
    const model::Role *role = inventory.find(operation.role);
    if (role == nullptr)
        return exists(operation.role, inventory);
    const QJsonObject params{{QStringLiteral("name"), role->name}};
    if (role->builtIn)
        return Error(access::errors::BuiltInRole, params);
    for (const auto &permission : inventory.all<model::Permission>()) {
        if (permission->role == role->id)
            return Error(access::errors::RoleInUse, params);
    }
    return {};
}

} // namespace core::operations
