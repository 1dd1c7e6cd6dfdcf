// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Changes a role's name and privileges, for all who have it.
struct SetRole {
    static constexpr OperationInfo info{"role.set", Privilege::ModifyRoles};
    RoleId role;
    std::optional<QString> name;
    std::optional<std::vector<Privilege>> privileges; ///< all of them, in place of those that were
    static constexpr auto fields = FieldList{field("role", &SetRole::role), field("name", &SetRole::name),
                                             field("privileges", &SetRole::privileges)};
};

/// Who adds a privilege to a role gives it to all who have the role.
[[nodiscard]] inline Requirements requirements(const SetRole &operation, const model::Inventory &inventory)
{
    Requirements needed{{Privilege::ModifyRoles, model::ObjectRef()}};
    const model::Role *role = inventory.find(operation.role);
    if (role == nullptr || !operation.privileges)
        return needed;
    const model::PrivilegeSet had = access::privilegesOf(*role);
    for (const Privilege each : *operation.privileges) {
        if (!had.has(each))
            needed.push_back({each, model::ObjectRef()});
    }
    return needed;
}

[[nodiscard]] inline Availability availability(const SetRole &operation, const model::Inventory &inventory)
{
    const model::Role *role = inventory.find(operation.role);
    if (role == nullptr)
        return exists(operation.role, inventory);
    if (role->builtIn)
        return Error(access::errors::BuiltInRole, QJsonObject{{QStringLiteral("name"), role->name}});
    return operation.name ? roleNameIsFree(*operation.name, role->id, inventory) : Availability();
}

} // namespace core::operations
