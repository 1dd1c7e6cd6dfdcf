// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Gives the folder another name.
struct RenameFolder {
    static constexpr OperationInfo info{"folder.rename", Privilege::FolderRename};
    FolderId folder;
    QString name;
    static constexpr auto fields =
        FieldList{field("folder", &RenameFolder::folder), field("name", &RenameFolder::name)};
};

[[nodiscard]] inline Availability availability(const RenameFolder &operation,
                                               const model::Inventory &inventory)
{
    const model::Folder *object = inventory.find(operation.folder);
    if (object == nullptr)
        return exists(operation.folder, inventory);
    if (operation.name.isEmpty()) // asked before the name is known: may it be renamed at all?
        return {};
    return nameIsFree(operation.name, object->parent, model::Kind::Folder, operation.folder, inventory);
}

} // namespace core::operations
