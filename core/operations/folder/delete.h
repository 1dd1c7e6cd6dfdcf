// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Removes an empty folder from the inventory.
struct DeleteFolder {
    static constexpr OperationInfo info{"folder.delete", Privilege::FolderDelete};
    FolderId folder;
    static constexpr auto fields = FieldList{field("folder", &DeleteFolder::folder)};
};

[[nodiscard]] inline Availability availability(const DeleteFolder &operation,
                                               const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.folder, inventory); !there)
        return there;
    return isEmpty(operation.folder, inventory);
}

} // namespace core::operations
