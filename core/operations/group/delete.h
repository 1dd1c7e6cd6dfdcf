// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Removes a group with its permissions; its members stay.
struct DeleteGroup {
    static constexpr OperationInfo info{"group.delete", Privilege::ModifyUsers};
    GroupId group;
    static constexpr auto fields = FieldList{field("group", &DeleteGroup::group)};
};

[[nodiscard]] inline Requirements requirements(const DeleteGroup &operation,
                                               const model::Inventory &inventory)
{
    const model::Group *group = inventory.find(operation.group);
    return toActAs(group == nullptr ? QString() : principalOf(*group), inventory);
}

[[nodiscard]] inline Availability availability(const DeleteGroup &operation,
                                               const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.group, inventory); !there)
        return there;
    return keepsAdministrator(inventory, without(operation.group, inventory));
}

} // namespace core::operations
