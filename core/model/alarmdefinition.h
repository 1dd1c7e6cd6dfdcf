// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"

/// When to call somebody: defined on an object, in force for all objects of a kind at and beneath it.
namespace core::model {

enum class AlarmTrigger {
    Condition, ///< as long as the object is in a state: `host.not-responding`
    Threshold, ///< as long as a measure is beyond a bound
    Event ///< when something happens: the code of an event; until it is reset
};
constexpr auto wireNames(AlarmTrigger)
{
    return std::array{WireName{AlarmTrigger::Condition, "condition"},
                      WireName{AlarmTrigger::Threshold, "threshold"}, WireName{AlarmTrigger::Event, "event"}};
}

/// What a threshold is about. Ratios 0–1, latency in ms, rates in bytes a second.
enum class AlarmMeasure {
    CpuUsageRatio, ///< of a host's or VM's processors
    MemoryUsageRatio, ///< of a host's or VM's memory
    DatastoreUsageRatio,
    DiskLatencyMs,
    DiskRate, ///< read and written
    NetworkRate, ///< received and sent
    SnapshotAgeDays ///< of a VM's oldest snapshot
};
constexpr auto wireNames(AlarmMeasure)
{
    return std::array{WireName{AlarmMeasure::CpuUsageRatio, "cpu-usage-ratio"},
                      WireName{AlarmMeasure::MemoryUsageRatio, "memory-usage-ratio"},
                      WireName{AlarmMeasure::DatastoreUsageRatio, "datastore-usage-ratio"},
                      WireName{AlarmMeasure::DiskLatencyMs, "disk-latency-ms"},
                      WireName{AlarmMeasure::DiskRate, "disk-bytes-per-second"},
                      WireName{AlarmMeasure::NetworkRate, "network-bytes-per-second"},
                      WireName{AlarmMeasure::SnapshotAgeDays, "snapshot-age-days"}};
}

enum class AlarmChannel { Email, Webhook, Script };
constexpr auto wireNames(AlarmChannel)
{
    return std::array{WireName{AlarmChannel::Email, "email"}, WireName{AlarmChannel::Webhook, "webhook"},
                      WireName{AlarmChannel::Script, "script"}};
}

/// What becomes of an alarm: yellow, red (also from yellow), green again.
enum class AlarmTransition { Warning, Alert, Ended };
constexpr auto wireNames(AlarmTransition)
{
    return std::array{WireName{AlarmTransition::Warning, "warning"},
                      WireName{AlarmTransition::Alert, "alert"}, WireName{AlarmTransition::Ended, "ended"}};
}

/// Who is told, how, and of what.
struct AlarmAction {
    AlarmChannel channel = AlarmChannel::Email;
    QString target; ///< an address, an https URL, the name of a script in the core's `alarm-scripts/`
    std::vector<AlarmTransition> on; ///< empty: all of them

    static constexpr auto fields =
        FieldList{field("channel", &AlarmAction::channel), field("target", &AlarmAction::target),
                  field("on", &AlarmAction::on)};
    friend bool operator==(const AlarmAction &, const AlarmAction &) = default;
};

struct AlarmDefinition {
    AlarmDefinitionId id;
    QString name;
    ObjectRef object; ///< where it is defined; inherited downwards
    Kind appliesTo = Kind::Vm;
    bool enabled = true;
    bool builtIn = false; ///< may be changed and switched off, not deleted
    AlarmTrigger trigger = AlarmTrigger::Condition;
    QString code; ///< of the condition or event
    Severity severity = Severity::Warning; ///< of a condition or event
    std::optional<AlarmMeasure> measure; ///< of a threshold
    std::optional<double> warning; ///< yellow from here on…
    std::optional<double> alert; ///< …and red from here on; at least one of the two
    Duration holds{0}; ///< only when it was beyond the bound for this long
    double hysteresis = 0; ///< it ends this far below the bound
    std::vector<AlarmAction> actions;
    Duration repeat{
        0}; ///< what is done when it goes red is done so often, until somebody acknowledges it; 0: once

    static constexpr Kind kind = Kind::AlarmDefinition;
    static constexpr auto fields = FieldList{field("id", &AlarmDefinition::id),
                                             field("name", &AlarmDefinition::name),
                                             field("object", &AlarmDefinition::object),
                                             field("appliesTo", &AlarmDefinition::appliesTo),
                                             field("enabled", &AlarmDefinition::enabled),
                                             field("builtIn", &AlarmDefinition::builtIn),
                                             field("trigger", &AlarmDefinition::trigger),
                                             field("code", &AlarmDefinition::code),
                                             field("severity", &AlarmDefinition::severity),
                                             field("measure", &AlarmDefinition::measure),
                                             field("warning", &AlarmDefinition::warning),
                                             field("alert", &AlarmDefinition::alert),
                                             field("holdsMs", &AlarmDefinition::holds),
                                             field("hysteresis", &AlarmDefinition::hysteresis),
                                             field("actions", &AlarmDefinition::actions),
                                             field("repeatMs", &AlarmDefinition::repeat)};
    friend bool operator==(const AlarmDefinition &, const AlarmDefinition &) = default;
};

} // namespace core::model
