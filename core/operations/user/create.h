// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// A local user, who may nothing until somebody gives him a permission.
struct CreateUser {
    static constexpr OperationInfo info{"user.create", Privilege::ModifyUsers};
    QString name;
    Secret password;
    std::optional<QString> fullName;
    std::optional<QString> email;
    static constexpr auto fields =
        FieldList{field("name", &CreateUser::name), field("password", &CreateUser::password),
                  field("fullName", &CreateUser::fullName), field("email", &CreateUser::email)};
};

[[nodiscard]] inline Availability availability(const CreateUser &operation, const model::Inventory &inventory)
{
    return operation.name.isEmpty() ? Availability()
                                    : principalIsFree(operation.name, std::nullopt, inventory);
}

} // namespace core::operations
