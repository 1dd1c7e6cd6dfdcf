// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// A new, empty folder.
struct CreateFolder {
    static constexpr OperationInfo info{"folder.create", Privilege::FolderCreate};
    model::ObjectRef parent; ///< a datacenter, or a folder of the same contents
    QString name;
    model::FolderKind contents = model::FolderKind::Vm;
    static constexpr auto fields =
        FieldList{field("parent", &CreateFolder::parent), field("name", &CreateFolder::name),
                  field("contents", &CreateFolder::contents)};
};

[[nodiscard]] inline Availability availability(const CreateFolder &operation,
                                               const model::Inventory &inventory)
{
    const model::Folder *folder = inventory.find(operation.parent.as<FolderId>());
    const bool fits = inventory.find(operation.parent.as<DatacenterId>()) != nullptr
        || (folder != nullptr && folder->contents == operation.contents);
    if (!fits)
        return Error(errors::WrongPlace,
                     QJsonObject{{QStringLiteral("name"), inventory.nameOf(operation.parent)}});
    if (operation.name.isEmpty())
        return {};
    return nameIsFree(operation.name, operation.parent, model::Kind::Folder, std::nullopt, inventory);
}

} // namespace core::operations
