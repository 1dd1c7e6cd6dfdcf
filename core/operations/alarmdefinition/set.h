// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/alarmrules.h"

namespace core::operations {

/// Changes a definition, also one of the program's own; what is left out stays. What it has triggered is judged anew.
struct SetAlarmDefinition {
    static constexpr OperationInfo info{"alarm-definition.set", Privilege::AlarmEdit};
    AlarmDefinitionId definition;
    std::optional<QString> name;
    std::optional<bool> enabled;
    std::optional<QString> code;
    std::optional<model::Severity> severity;
    std::optional<double> warning;
    std::optional<double> alert;
    std::optional<Duration> holds;
    std::optional<double> hysteresis;
    std::optional<std::vector<model::AlarmAction>> actions; ///< all of them, in place of those there were
    std::optional<Duration> repeat;
    static constexpr auto fields = FieldList{
        field("definition", &SetAlarmDefinition::definition), field("name", &SetAlarmDefinition::name),
        field("enabled", &SetAlarmDefinition::enabled),       field("code", &SetAlarmDefinition::code),
        field("severity", &SetAlarmDefinition::severity),     field("warning", &SetAlarmDefinition::warning),
        field("alert", &SetAlarmDefinition::alert),           field("holdsMs", &SetAlarmDefinition::holds),
        field("hysteresis", &SetAlarmDefinition::hysteresis), field("actions", &SetAlarmDefinition::actions),
        field("repeatMs", &SetAlarmDefinition::repeat)};
};

[[nodiscard]] inline model::AlarmDefinition changed(const SetAlarmDefinition &operation,
                                                    model::AlarmDefinition definition)
{
    definition.name = operation.name.value_or(definition.name);
    definition.enabled = operation.enabled.value_or(definition.enabled);
    definition.code = operation.code.value_or(definition.code);
    definition.severity = operation.severity.value_or(definition.severity);
    if (operation.warning)
        definition.warning = operation.warning;
    if (operation.alert)
        definition.alert = operation.alert;
    definition.holds = operation.holds.value_or(definition.holds);
    definition.hysteresis = operation.hysteresis.value_or(definition.hysteresis);
    if (operation.actions)
        definition.actions = *operation.actions;
    definition.repeat = operation.repeat.value_or(definition.repeat);
    return definition;
}

[[nodiscard]] inline Availability availability(const SetAlarmDefinition &operation,
                                               const model::Inventory &inventory)
{
    const model::AlarmDefinition *known = inventory.find(operation.definition);
    if (known == nullptr)
        return exists(operation.definition, inventory);
    return isSound(changed(operation, *known), inventory);
}

} // namespace core::operations
