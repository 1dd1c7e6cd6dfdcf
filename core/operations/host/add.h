// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Takes a libvirt host into the inventory: connects, reads what it is and which VMs it has.
struct AddHost {
    static constexpr OperationInfo info{"host.add", Privilege::HostAdd};
    model::ObjectRef parent; ///< a cluster, a host folder or a datacenter
    QString uri; ///< qemu+ssh://root@host/system and the like
    std::optional<QString> name; ///< absent: the host's own
    std::optional<QString> trust; ///< "SHA256:…": the answer to `trust.unknown`
    std::optional<Secret> secret; ///< the answer to `credentials.needed`
    static constexpr auto fields = FieldList{field("parent", &AddHost::parent), field("uri", &AddHost::uri),
                                             field("name", &AddHost::name), field("trust", &AddHost::trust),
                                             field("secret", &AddHost::secret)};
};

[[nodiscard]] inline Availability availability(const AddHost &operation, const model::Inventory &inventory)
{
    if (auto many = knowsManyHosts(inventory); !many)
        return many;
    const model::Folder *folder = inventory.find(operation.parent.as<FolderId>());
    const bool fits = inventory.find(operation.parent.as<DatacenterId>()) != nullptr
        || inventory.find(operation.parent.as<ClusterId>()) != nullptr
        || (folder != nullptr && folder->contents == model::FolderKind::Host);
    if (!fits)
        return Error(errors::WrongPlace,
                     QJsonObject{{QStringLiteral("name"), inventory.nameOf(operation.parent)}});
    for (const auto &host : inventory.all<model::Host>()) {
        if (!operation.uri.isEmpty() && host->uri == operation.uri)
            return Error(errors::HostKnown, QJsonObject{{QStringLiteral("host"), host->name}});
    }
    if (operation.name && !operation.name->isEmpty())
        return nameIsFree(*operation.name, operation.parent, model::Kind::Host, std::nullopt, inventory);
    return {};
}

} // namespace core::operations
