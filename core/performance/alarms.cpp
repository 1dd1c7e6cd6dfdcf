// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/performance/alarms.h"

#include "core/model/alarmconditions.h"
#include "core/model/tree.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core::performance {

namespace {

using model::AlarmDefinition;
using model::AlarmMeasure;
using model::AlarmTrigger;
using model::Kind;
using model::ObjectRef;
using model::Severity;

constexpr auto certificateExpiring = "host.certificate-expiring"_L1;

template <class T>
const T *as(const model::Object &object)
{
    const auto *pointer = std::get_if<std::shared_ptr<const T>>(&object);
    return pointer == nullptr ? nullptr : pointer->get();
}

bool isBeneath(const ObjectRef &ref, const ObjectRef &above, model::TreeView view,
               const model::Inventory &inventory)
{
    ObjectRef at = ref;
    for (int depth = 0; depth < model::deepestTree && !at.isRoot(); ++depth) {
        if (at == above)
            return true;
        const auto object = inventory.find(at);
        const auto parent = object ? model::parentIn(view, *object, inventory) : std::nullopt;
        if (!parent)
            return false;
        at = *parent;
    }
    return at == above;
}

/// A machine that is off, or whose host is away on purpose, is not loaded; one that is not seen may be.
std::optional<bool> isAtWork(const model::Object &object)
{
    if (const auto *vm = as<model::Vm>(object)) {
        if (vm->stale || vm->state == model::PowerState::Unknown)
            return std::nullopt;
        return vm->state == model::PowerState::Running;
    }
    if (const auto *host = as<model::Host>(object)) {
        if (host->state == model::HostState::Connected)
            return true;
        return host->state == model::HostState::Disconnected ? std::optional(false) : std::nullopt;
    }
    if (const auto *datastore = as<model::Datastore>(object))
        return datastore->accessible ? std::optional(true) : std::nullopt;
    return false;
}

std::optional<double> ratio(Bytes part, Bytes whole)
{
    return whole.count() > 0 ? std::optional(part / whole) : std::nullopt;
}

std::optional<double> ageInDays(const std::optional<Instant> &begin, Instant now)
{
    using Days = std::chrono::duration<double, std::chrono::days::period>;
    return begin ? std::optional(Days(now - *begin).count()) : std::nullopt;
}

/// Is there a value of that measure? A snapshot is no younger because its machine is off.
std::optional<bool> isMeasurable(const AlarmDefinition &definition, const model::Object &object)
{
    if (definition.measure != AlarmMeasure::SnapshotAgeDays)
        return isAtWork(object);
    const auto *vm = as<model::Vm>(object);
    return vm != nullptr && vm->oldestSnapshot.has_value();
}

/// Beyond the bound; while the alarm stands, until the value is clearly below it.
bool reaches(const std::optional<double> &bound, double value, bool stands, double hysteresis)
{
    return bound && (value >= *bound || (stands && value > *bound - hysteresis));
}

std::optional<Moment> since(bool is, const std::optional<Moment> &before, Moment time)
{
    if (!is)
        return std::nullopt;
    return before ? before : time;
}

} // namespace

std::optional<bool> holds(QStringView condition, const model::Object &object, Instant now)
{
    if (const auto *host = as<model::Host>(object)) {
        if (condition == certificateExpiring)
            return host->certificateExpires && *host->certificateExpires - now < model::certificateNotice;
        if (host->state == model::HostState::Connecting)
            return std::nullopt;
        return condition == "host.not-responding"_L1 && host->state == model::HostState::NotResponding;
    }
    if (const auto *vm = as<model::Vm>(object)) {
        if (vm->stale || vm->state == model::PowerState::Unknown)
            return std::nullopt;
        if (condition == "vm.crashed"_L1)
            return vm->state == model::PowerState::Crashed;
        if (condition == "vm.storage-failed"_L1)
            return vm->storageFailed;
        return condition == "vm.agent-lost"_L1 && vm->state == model::PowerState::Running
            && vm->agent == model::AgentState::NotConnected;
    }
    const auto *datastore = as<model::Datastore>(object);
    return datastore != nullptr && condition == "datastore.inaccessible"_L1 && !datastore->accessible;
}

std::optional<double> measured(AlarmMeasure measure, const model::Object &object,
                               const std::optional<model::Load> &load, Instant now)
{
    switch (measure) {
    case AlarmMeasure::CpuUsageRatio: return load ? load->cpuUsageRatio : std::nullopt;
    case AlarmMeasure::MemoryUsageRatio: {
        if (!load || !load->memoryUsed)
            return std::nullopt;
        if (const auto *host = as<model::Host>(object))
            return ratio(*load->memoryUsed, host->memory);
        const auto *vm = as<model::Vm>(object);
        return vm == nullptr ? std::nullopt : ratio(*load->memoryUsed, vm->memory);
    }
    case AlarmMeasure::DatastoreUsageRatio: {
        const auto *datastore = as<model::Datastore>(object);
        if (datastore == nullptr)
            return std::nullopt;
        return ratio(datastore->capacity - datastore->free, datastore->capacity);
    }
    case AlarmMeasure::SnapshotAgeDays: {
        const auto *vm = as<model::Vm>(object);
        return vm == nullptr ? std::nullopt : ageInDays(vm->oldestSnapshot, now);
    }
    case AlarmMeasure::DiskLatencyMs:
    case AlarmMeasure::DiskRate:
    case AlarmMeasure::NetworkRate: return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::vector<model::Counter> countersOf(AlarmMeasure measure)
{
    switch (measure) {
    case AlarmMeasure::DiskLatencyMs: return {model::Counter::DiskLatencyMs};
    case AlarmMeasure::DiskRate: return {model::Counter::DiskRead, model::Counter::DiskWrite};
    case AlarmMeasure::NetworkRate: return {model::Counter::NetworkReceived, model::Counter::NetworkSent};
    case AlarmMeasure::CpuUsageRatio:
    case AlarmMeasure::MemoryUsageRatio:
    case AlarmMeasure::SnapshotAgeDays:
    case AlarmMeasure::DatastoreUsageRatio: return {};
    }
    Q_UNREACHABLE();
}

bool dependsOnTime(const AlarmDefinition &definition)
{
    return definition.measure == AlarmMeasure::SnapshotAgeDays || definition.code == certificateExpiring;
}

bool isInForce(const AlarmDefinition &definition, const ObjectRef &ref, const model::Inventory &inventory)
{
    if (!definition.enabled || definition.appliesTo != ref.kind)
        return false;
    if (definition.object.isRoot() || definition.object == ref)
        return true;
    return std::ranges::any_of(
        std::array{model::TreeView::HostsAndClusters, model::TreeView::VmsAndTemplates,
                   model::TreeView::Datastores, model::TreeView::Networks},
        [&](model::TreeView view) { return isBeneath(ref, definition.object, view, inventory); });
}

Beyond beyond(const AlarmDefinition &definition, const model::Object &object,
              const std::optional<double> &value, const std::optional<Severity> &level, Instant now)
{
    if (definition.trigger == AlarmTrigger::Condition) {
        const auto is = holds(definition.code, object, now);
        const bool isAlert = definition.severity == Severity::Alert;
        return {.isKnown = is.has_value(), .warning = is == true && !isAlert, .alert = is == true && isAlert};
    }
    const auto atWork = isMeasurable(definition, object);
    if (atWork == false)
        return {};
    if (!atWork || !value)
        return {.isKnown = false};
    const bool isRed = level == Severity::Alert;
    return {.warning = reaches(definition.warning, *value, isRed || level == Severity::Warning,
                               definition.hysteresis),
            .alert = reaches(definition.alert, *value, isRed, definition.hysteresis)};
}

AlarmStanding step(const AlarmDefinition &definition, const Beyond &now, AlarmStanding before, Moment time)
{
    if (!now.isKnown)
        return before;
    AlarmStanding after{.warningSince = since(now.warning, before.warningSince, time),
                        .alertSince = since(now.alert, before.alertSince, time)};
    const auto isDue = [&](const std::optional<Moment> &begin) {
        return begin && *begin + definition.holds <= time;
    };
    const bool wasRed = before.level == Severity::Alert;
    if (now.alert && (wasRed || isDue(after.alertSince)))
        after.level = Severity::Alert;
    else if (now.warning && (before.level || isDue(after.warningSince)))
        after.level = Severity::Warning;
    return after;
}

std::optional<Moment> dueAt(const AlarmDefinition &definition, const AlarmStanding &standing)
{
    std::optional<Moment> due;
    if (standing.alertSince && standing.level != Severity::Alert)
        due = *standing.alertSince + definition.holds;
    if (standing.warningSince && !standing.level)
        due = std::min(due.value_or(Moment::max()), *standing.warningSince + definition.holds);
    return due;
}

} // namespace core::performance
