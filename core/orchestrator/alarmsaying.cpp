// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/alarmsaying.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace core::orchestrator {

using model::AlarmDefinition;
using model::AlarmMeasure;
using model::AlarmTrigger;

namespace {

struct Saying {
    QString code;
    QString parameter; ///< the name says what the number is
};

/// What a threshold's alarm is called, and its value.
Saying sayingOf(AlarmMeasure measure)
{
    switch (measure) {
    case AlarmMeasure::CpuUsageRatio: return {u"alarm.cpu-usage"_s, u"usageRatio"_s};
    case AlarmMeasure::MemoryUsageRatio: return {u"alarm.memory-usage"_s, u"usageRatio"_s};
    case AlarmMeasure::DatastoreUsageRatio: return {u"datastore.usage"_s, u"usageRatio"_s};
    case AlarmMeasure::DiskLatencyMs: return {u"alarm.disk-latency"_s, u"latencyMs"_s};
    case AlarmMeasure::DiskRate: return {u"alarm.disk-rate"_s, u"eachSecondBytes"_s};
    case AlarmMeasure::NetworkRate: return {u"alarm.network-rate"_s, u"eachSecondBytes"_s};
    case AlarmMeasure::SnapshotAgeDays: return {u"alarm.snapshot-age"_s, u"days"_s};
    }
    Q_UNREACHABLE();
}

} // namespace

QString codeOf(const AlarmDefinition &definition)
{
    switch (definition.trigger) {
    case AlarmTrigger::Condition: return definition.code;
    case AlarmTrigger::Threshold: return sayingOf(*definition.measure).code;
    case AlarmTrigger::Event: return u"alarm.event"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject parametersOf(const AlarmDefinition &definition, const std::optional<double> &value)
{
    if (!definition.measure || !value)
        return {};
    const bool isRatio = sayingOf(*definition.measure).parameter == u"usageRatio";
    const double shown = isRatio ? std::floor(*value * 100) / 100 : std::floor(*value);
    return {{sayingOf(*definition.measure).parameter, shown}};
}

model::AlarmTransition transitionTo(model::Severity severity)
{
    return severity == model::Severity::Alert ? model::AlarmTransition::Alert
                                              : model::AlarmTransition::Warning;
}

} // namespace core::orchestrator
