// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/inventory.h"
#include "core/model/load.h"

#include <chrono>

/// When an alarm goes off and when it ends: of a definition, an object and what is measured of it. Pure.
namespace core::performance {

/// On a clock that nobody sets: what core/async calls Monotonic.
using Moment = std::chrono::time_point<std::chrono::steady_clock, Duration>;

/// Is the object in a state of model::alarmConditions? Absent: not known just now, as of a machine whose host does not answer.
[[nodiscard]] std::optional<bool> holds(QStringView condition, const model::Object &object, Instant now);

/// The measure by the object itself and its newest load; absent: not known, or it comes from a series.
[[nodiscard]] std::optional<double> measured(model::AlarmMeasure measure, const model::Object &object,
                                             const std::optional<model::Load> &load, Instant now);
/// The counters whose sum, or (for latency) whose value, the measure is; none: see measured().
[[nodiscard]] std::vector<model::Counter> countersOf(model::AlarmMeasure measure);

/// The definition is enabled, for objects of this kind, and made on the object or somewhere above it.
[[nodiscard]] bool isInForce(const model::AlarmDefinition &definition, const model::ObjectRef &ref,
                             const model::Inventory &inventory);

/// Which of its two bounds an object is beyond, whatever the time.
struct Beyond {
    bool isKnown = true; ///< false: nothing can be said now, all stays as it was
    bool warning = false;
    bool alert = false;
};
/// `level`: at which the alarm stands now; it decides the hysteresis. Of a condition or a threshold.
[[nodiscard]] Beyond beyond(const model::AlarmDefinition &definition, const model::Object &object,
                            const std::optional<double> &value, const std::optional<model::Severity> &level,
                            Instant now);
/// It goes off by the mere passing of the calendar's time, whatever happens to the object.
[[nodiscard]] bool dependsOnTime(const model::AlarmDefinition &definition);

/// Of one definition at one object.
struct AlarmStanding {
    std::optional<model::Severity> level; ///< absent: all is well
    std::optional<Moment> warningSince; ///< beyond the bound from then on, without a break
    std::optional<Moment> alertSince;
    friend bool operator==(const AlarmStanding &, const AlarmStanding &) = default;
};
[[nodiscard]] AlarmStanding step(const model::AlarmDefinition &definition, const Beyond &now,
                                 AlarmStanding before, Moment time);
/// When it will go off by the mere passing of time; absent: it will not.
[[nodiscard]] std::optional<Moment> dueAt(const model::AlarmDefinition &definition,
                                          const AlarmStanding &standing);

} // namespace core::performance
