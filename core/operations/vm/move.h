// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tree.h"
#include "core/operations/rules.h"

namespace core::operations {

/// Puts a VM into another folder of its datacenter; nothing happens on its host.
struct MoveVm {
    static constexpr OperationInfo info{"vm.move", Privilege::VmInventoryMove};
    VmId vm;
    std::optional<FolderId> folder; ///< absent: directly under the datacenter
    static constexpr auto fields = FieldList{field("vm", &MoveVm::vm), field("folder", &MoveVm::folder)};
};

[[nodiscard]] inline Availability availability(const MoveVm &operation, const model::Inventory &inventory)
{
    if (const Availability there = exists(operation.vm, inventory); !there || !operation.folder)
        return there;
    const model::Folder *folder = inventory.find(*operation.folder);
    if (folder == nullptr)
        return exists(*operation.folder, inventory);
    if (folder->contents != model::FolderKind::Vm)
        return Error(errors::WrongPlace, QJsonObject{{QStringLiteral("name"), folder->name}});
    if (datacenterOf(operation.vm, inventory) != datacenterOf(folder->id, inventory))
        return Error(errors::OtherDatacenter, QJsonObject{{QStringLiteral("name"), folder->name}});
    return {};
}

} // namespace core::operations
