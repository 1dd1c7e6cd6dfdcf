// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// Gives the datacenter another name.
struct RenameDatacenter {
    static constexpr OperationInfo info{"datacenter.rename", Privilege::DatacenterRename};
    DatacenterId datacenter;
    QString name;
    static constexpr auto fields =
        FieldList{field("datacenter", &RenameDatacenter::datacenter), field("name", &RenameDatacenter::name)};
};

[[nodiscard]] inline Availability availability(const RenameDatacenter &operation,
                                               const model::Inventory &inventory)
{
    const model::Datacenter *object = inventory.find(operation.datacenter);
    if (object == nullptr)
        return exists(operation.datacenter, inventory);
    if (operation.name.isEmpty()) // asked before the name is known: may it be renamed at all?
        return {};
    return nameIsFree(operation.name, object->folder.value_or(model::ObjectRef()), model::Kind::Datacenter,
                      operation.datacenter, inventory);
}

} // namespace core::operations
