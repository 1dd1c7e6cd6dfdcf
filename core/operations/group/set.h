// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// Changes who is in a group, and its notes.
struct SetGroup {
    static constexpr OperationInfo info{"group.set", Privilege::ModifyUsers};
    GroupId group;
    std::optional<std::vector<UserId>> members; ///< all of them, in place of those that were
    std::optional<QString> notes;
    static constexpr auto fields =
        FieldList{field("group", &SetGroup::group), field("members", &SetGroup::members),
                  field("notes", &SetGroup::notes)};
};

[[nodiscard]] inline Requirements requirements(const SetGroup &operation, const model::Inventory &inventory)
{
    const model::Group *group = inventory.find(operation.group);
    return toActAs(group == nullptr ? QString() : principalOf(*group), inventory);
}

[[nodiscard]] inline Availability availability(const SetGroup &operation, const model::Inventory &inventory)
{
    const model::Group *group = inventory.find(operation.group);
    if (group == nullptr)
        return exists(operation.group, inventory);
    model::Group changed = *group;
    changed.members = operation.members.value_or(group->members);
    for (const UserId member : changed.members) {
        if (const Availability there = exists(member, inventory); !there)
            return there;
    }
    model::Inventory then = inventory;
    then.put(std::move(changed));
    return keepsAdministrator(inventory, then);
}

} // namespace core::operations
