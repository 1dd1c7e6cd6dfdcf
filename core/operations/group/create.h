// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/principals.h"

namespace core::operations {

/// A group of local users.
struct CreateGroup {
    static constexpr OperationInfo info{"group.create", Privilege::ModifyUsers};
    QString name;
    std::vector<UserId> members;
    std::optional<QString> notes;
    static constexpr auto fields =
        FieldList{field("name", &CreateGroup::name), field("members", &CreateGroup::members),
                  field("notes", &CreateGroup::notes)};
};

[[nodiscard]] inline Availability availability(const CreateGroup &operation,
                                               const model::Inventory &inventory)
{
    for (const UserId member : operation.members) {
        if (const Availability there = exists(member, inventory); !there)
            return there;
    }
    return operation.name.isEmpty() ? Availability()
                                    : principalIsFree(operation.name, std::nullopt, inventory);
}

} // namespace core::operations
