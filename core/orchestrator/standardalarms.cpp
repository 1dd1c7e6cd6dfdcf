// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/standardalarms.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

using model::AlarmDefinition;
using model::AlarmMeasure;
using model::AlarmTrigger;
using model::Kind;
using model::Severity;

const QUuid alarmSpace =
    QUuid::fromString(u"7f0d4e0e-6c0b-4f5e-9a57-51f4c1c3b6a2"_s); // NOLINT(cert-err58-cpp)

AlarmDefinition standard(const QString &key, const QString &name, Kind kind)
{
    return {.id = AlarmDefinitionId(QUuid::createUuidV5(alarmSpace, key)),
            .name = name,
            .appliesTo = kind,
            .builtIn = true};
}

AlarmDefinition state(const QString &code, const QString &name, Kind kind, Severity severity,
                      Duration holds = {})
{
    AlarmDefinition made = standard(code, name, kind);
    made.code = code;
    made.severity = severity;
    made.holds = holds;
    return made;
}

struct Bounds {
    double warning = 0;
    double alert = 0;
    double hysteresis = 0;
    Duration holds{0};
};

AlarmDefinition threshold(const QString &key, const QString &name, Kind kind, AlarmMeasure measure,
                          const Bounds &bounds)
{
    AlarmDefinition made = standard(key, name, kind);
    made.trigger = AlarmTrigger::Threshold;
    made.measure = measure;
    made.warning = bounds.warning;
    if (bounds.alert > 0)
        made.alert = bounds.alert;
    made.hysteresis = bounds.hysteresis;
    made.holds = bounds.holds;
    return made;
}

/// vCenter's defaults, but for a machine's memory: what its host gives it stays given until a balloon takes it back, so
/// that nearly every guest would be red; whoever uses balloons switches it on.
std::vector<AlarmDefinition> all()
{
    const Bounds processors{.warning = 0.75, .alert = 0.9, .hysteresis = 0.05, .holds = 5min};
    const Bounds memory{.warning = 0.9, .alert = 0.95, .hysteresis = 0.02, .holds = 5min};
    const Bounds week{.warning = 7};
    const Bounds space{.warning = 0.75, .alert = 0.85, .hysteresis = 0.01};
    AlarmDefinition guestMemory = threshold(u"vm.memory-usage"_s, u"Virtual machine memory usage"_s, Kind::Vm,
                                            AlarmMeasure::MemoryUsageRatio, memory);
    guestMemory.enabled = false;
    return {
        state(u"host.not-responding"_s, u"Host not responding"_s, Kind::Host, Severity::Alert),
        threshold(u"host.cpu-usage"_s, u"Host CPU usage"_s, Kind::Host, AlarmMeasure::CpuUsageRatio,
                  processors),
        threshold(u"host.memory-usage"_s, u"Host memory usage"_s, Kind::Host, AlarmMeasure::MemoryUsageRatio,
                  memory),
        state(u"host.certificate-expiring"_s, u"Host certificate about to expire"_s, Kind::Host,
              Severity::Warning),
        state(u"vm.crashed"_s, u"Virtual machine crashed"_s, Kind::Vm, Severity::Alert),
        state(u"vm.storage-failed"_s, u"Virtual machine paused by a disk error"_s, Kind::Vm, Severity::Alert),
        state(u"vm.agent-lost"_s, u"Guest agent lost"_s, Kind::Vm, Severity::Warning, 5min),
        threshold(u"vm.cpu-usage"_s, u"Virtual machine CPU usage"_s, Kind::Vm, AlarmMeasure::CpuUsageRatio,
                  processors),
        guestMemory,
        threshold(u"vm.snapshot-age"_s, u"Snapshot older than a week"_s, Kind::Vm,
                  AlarmMeasure::SnapshotAgeDays, week),
        threshold(u"datastore.usage"_s, u"Datastore usage"_s, Kind::Datastore,
                  AlarmMeasure::DatastoreUsageRatio, space),
        state(u"datastore.inaccessible"_s, u"Datastore inaccessible"_s, Kind::Datastore, Severity::Alert),
        state(u"core.certificate-expiring"_s, u"Server certificate about to expire"_s, Kind::Root,
              Severity::Warning),
        state(u"core.database-failing"_s, u"Database cannot be written"_s, Kind::Root, Severity::Alert),
    };
}

} // namespace

std::vector<model::Object> standardAlarms(const model::Inventory &inventory)
{
    std::vector<model::Object> objects;
    for (const AlarmDefinition &each : all()) {
        if (inventory.find(each.id) == nullptr)
            objects.emplace_back(std::make_shared<const AlarmDefinition>(each));
    }
    return objects;
}

} // namespace core::orchestrator
