// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Removes a user with his permissions, sessions and tokens.
struct DeleteUser {
    static constexpr OperationInfo info{"user.delete", Privilege::ModifyUsers};
    UserId user;
    static constexpr auto fields = FieldList{field("user", &DeleteUser::user)};
};

[[nodiscard]] inline Requirements requirements(const DeleteUser &operation, const model::Inventory &inventory)
{
    return toActAs(operation.user, inventory);
}

[[nodiscard]] inline Availability availability(const DeleteUser &operation, const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.user, inventory); !there)
        return there;
    return keepsAdministrator(inventory, without(operation.user, inventory));
}

} // namespace core::operations
