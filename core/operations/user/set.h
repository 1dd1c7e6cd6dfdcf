// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Changes what is known of a user; disabled, he can no longer sign in and his sessions end.
struct SetUser {
    static constexpr OperationInfo info{"user.set", Privilege::ModifyUsers};
    UserId user;
    std::optional<QString> fullName;
    std::optional<QString> email;
    std::optional<bool> disabled;
    static constexpr auto fields =
        FieldList{field("user", &SetUser::user), field("fullName", &SetUser::fullName),
                  field("email", &SetUser::email), field("disabled", &SetUser::disabled)};
};

[[nodiscard]] inline Requirements requirements(const SetUser &operation, const model::Inventory &inventory)
{
    return toActAs(operation.user, inventory);
}

[[nodiscard]] inline Availability availability(const SetUser &operation, const model::Inventory &inventory)
{
    const model::User *user = inventory.find(operation.user);
    if (user == nullptr)
        return exists(operation.user, inventory);
    model::User changed = *user;
    changed.disabled = operation.disabled.value_or(user->disabled);
    model::Inventory then = inventory;
    then.put(std::move(changed));
    return keepsAdministrator(inventory, then);
}

} // namespace core::operations
