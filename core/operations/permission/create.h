// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Gives a principal a role on an object.
struct CreatePermission {
    static constexpr OperationInfo info{"permission.create", Privilege::ModifyPermissions};
    model::ObjectRef object; ///< of the infrastructure, or the root
    QString principal; ///< `local\\ann`, `corp\\operators`
    RoleId role;
    bool isGroup = false;
    std::optional<bool> propagate; ///< to all beneath the object; absent: yes
    static constexpr auto fields = FieldList{
        field("object", &CreatePermission::object), field("principal", &CreatePermission::principal),
        field("role", &CreatePermission::role), field("group", &CreatePermission::isGroup),
        field("propagate", &CreatePermission::propagate)};
};

[[nodiscard]] inline Requirements requirements(const CreatePermission &operation,
                                               const model::Inventory &inventory)
{
    return toGive(operation.role, operation.object, inventory);
}

[[nodiscard]] Availability availability(const CreatePermission &operation, const model::Inventory &inventory);

} // namespace core::operations
