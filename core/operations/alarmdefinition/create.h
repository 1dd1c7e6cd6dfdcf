// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/alarmrules.h"

namespace core::operations {

/// Defines when an alarm goes off for all objects of a kind at and beneath an object.
struct CreateAlarmDefinition {
    static constexpr OperationInfo info{"alarm-definition.create", Privilege::AlarmCreate};
    model::ObjectRef object; ///< where it is defined; the root: everywhere
    QString name;
    model::Kind appliesTo = model::Kind::Vm;
    model::AlarmTrigger trigger = model::AlarmTrigger::Condition;
    std::optional<QString> code; ///< of the condition or event; none with a threshold
    model::Severity severity = model::Severity::Warning;
    std::optional<model::AlarmMeasure> measure;
    std::optional<double> warning;
    std::optional<double> alert;
    Duration holds{0};
    std::optional<double> hysteresis;
    std::optional<bool> enabled; ///< absent: yes
    std::vector<model::AlarmAction> actions;
    Duration repeat{0}; ///< see model::AlarmDefinition
    static constexpr auto fields = FieldList{field("object", &CreateAlarmDefinition::object),
                                             field("name", &CreateAlarmDefinition::name),
                                             field("appliesTo", &CreateAlarmDefinition::appliesTo),
                                             field("trigger", &CreateAlarmDefinition::trigger),
                                             field("code", &CreateAlarmDefinition::code),
                                             field("severity", &CreateAlarmDefinition::severity),
                                             field("measure", &CreateAlarmDefinition::measure),
                                             field("warning", &CreateAlarmDefinition::warning),
                                             field("alert", &CreateAlarmDefinition::alert),
                                             field("holdsMs", &CreateAlarmDefinition::holds),
                                             field("hysteresis", &CreateAlarmDefinition::hysteresis),
                                             field("enabled", &CreateAlarmDefinition::enabled),
                                             field("actions", &CreateAlarmDefinition::actions),
                                             field("repeatMs", &CreateAlarmDefinition::repeat)};
};

/// What it would make; the id is null.
[[nodiscard]] inline model::AlarmDefinition made(const CreateAlarmDefinition &operation)
{
    return {.name = operation.name,
            .object = operation.object,
            .appliesTo = operation.appliesTo,
            .enabled = operation.enabled.value_or(true),
            .trigger = operation.trigger,
            .code = operation.code.value_or(QString()),
            .severity = operation.severity,
            .measure = operation.measure,
            .warning = operation.warning,
            .alert = operation.alert,
            .holds = operation.holds,
            .hysteresis = operation.hysteresis.value_or(0),
            .actions = operation.actions,
            .repeat = operation.repeat};
}

[[nodiscard]] inline Availability availability(const CreateAlarmDefinition &operation,
                                               const model::Inventory &inventory)
{
    if (operation.name.isEmpty())
        return {}; // asked by a menu, before there is a form
    return isSound(made(operation), inventory);
}

} // namespace core::operations
