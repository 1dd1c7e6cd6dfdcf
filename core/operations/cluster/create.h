// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// A new, empty cluster.
struct CreateCluster {
    static constexpr OperationInfo info{"cluster.create", Privilege::ClusterCreate};
    model::ObjectRef parent; ///< a datacenter or a host folder
    QString name;
    static constexpr auto fields =
        FieldList{field("parent", &CreateCluster::parent), field("name", &CreateCluster::name)};
};

[[nodiscard]] inline Availability availability(const CreateCluster &operation,
                                               const model::Inventory &inventory)
{
    if (auto many = knowsManyHosts(inventory); !many)
        return many;
    const model::Folder *folder = inventory.find(operation.parent.as<FolderId>());
    const bool fits = inventory.find(operation.parent.as<DatacenterId>()) != nullptr
        || (folder != nullptr && folder->contents == model::FolderKind::Host);
    if (!fits)
        return Error(errors::WrongPlace,
                     QJsonObject{{QStringLiteral("name"), inventory.nameOf(operation.parent)}});
    if (operation.name.isEmpty())
        return {};
    return nameIsFree(operation.name, operation.parent, model::Kind::Cluster, std::nullopt, inventory);
}

} // namespace core::operations
