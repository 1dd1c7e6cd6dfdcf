// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/rules.h"

namespace core::operations {

/// A new, empty datacenter.
struct CreateDatacenter {
    static constexpr OperationInfo info{"datacenter.create", Privilege::DatacenterCreate};
    QString name;
    static constexpr auto fields = FieldList{field("name", &CreateDatacenter::name)};
};

[[nodiscard]] inline Availability availability(const CreateDatacenter &operation,
                                               const model::Inventory &inventory)
{
    if (auto many = knowsManyHosts(inventory); !many)
        return many;
    if (operation.name.isEmpty())
        return {};
    return nameIsFree(operation.name, model::ObjectRef(), model::Kind::Datacenter, std::nullopt, inventory);
}

} // namespace core::operations
