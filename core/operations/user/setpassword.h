// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Gives a user another password; his sessions and tokens end.
struct SetUserPassword {
    static constexpr OperationInfo info{"user.set-password", Privilege::ModifyUsers};
    UserId user;
    Secret password;
    static constexpr auto fields =
        FieldList{field("user", &SetUserPassword::user), field("password", &SetUserPassword::password)};
};

[[nodiscard]] inline Requirements requirements(const SetUserPassword &operation,
                                               const model::Inventory &inventory)
{
    return toActAs(operation.user, inventory);
}

[[nodiscard]] inline Availability availability(const SetUserPassword &operation,
                                               const model::Inventory &inventory)
{
    return exists(operation.user, inventory);
}

} // namespace core::operations
