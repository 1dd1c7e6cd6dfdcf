// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/alarmrules.h"

namespace core::operations {

/// Deletes a definition; what it has triggered ends.
struct DeleteAlarmDefinition {
    static constexpr OperationInfo info{"alarm-definition.delete", Privilege::AlarmDelete};
    AlarmDefinitionId definition;
    static constexpr auto fields = FieldList{field("definition", &DeleteAlarmDefinition::definition)};
};

[[nodiscard]] inline Availability availability(const DeleteAlarmDefinition &operation,
                                               const model::Inventory &inventory)
{
    const model::AlarmDefinition *known = inventory.find(operation.definition);
    if (known == nullptr)
        return exists(operation.definition, inventory);
    if (known->builtIn)
        return Error(errors::AlarmBuiltIn, QJsonObject{{QStringLiteral("name"), known->name}});
    return {};
}

} // namespace core::operations
