// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// A role: privileges under one name.
struct CreateRole {
    static constexpr OperationInfo info{"role.create", Privilege::ModifyRoles};
    QString name;
    std::vector<Privilege> privileges;
    static constexpr auto fields =
        FieldList{field("name", &CreateRole::name), field("privileges", &CreateRole::privileges)};
};

[[nodiscard]] inline Availability availability(const CreateRole &operation, const model::Inventory &inventory)
{
    return operation.name.isEmpty() ? Availability() : roleNameIsFree(operation.name, {}, inventory);
}

} // namespace core::operations
