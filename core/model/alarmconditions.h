// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarmdefinition.h"

#include <algorithm>
#include <array>
#include <chrono>

/// What an alarm may be about: states that an object can be in, and what is measured of which kind.
namespace core::model {

struct AlarmCondition {
    QLatin1StringView code;
    Kind kind = Kind::Vm; ///< of the objects that can be in it
};

inline constexpr std::array alarmConditions{
    AlarmCondition{QLatin1StringView("host.not-responding"), Kind::Host},
    AlarmCondition{QLatin1StringView("host.certificate-expiring"), Kind::Host},
    AlarmCondition{QLatin1StringView("vm.crashed"), Kind::Vm},
    AlarmCondition{QLatin1StringView("vm.storage-failed"), Kind::Vm},
    AlarmCondition{QLatin1StringView("vm.agent-lost"), Kind::Vm},
    AlarmCondition{QLatin1StringView("datastore.inaccessible"), Kind::Datastore},
    // Of the core itself.
    AlarmCondition{QLatin1StringView("core.certificate-expiring"), Kind::Root},
    AlarmCondition{QLatin1StringView("core.database-failing"), Kind::Root}};

/// A certificate is about to expire from so long before on.
inline constexpr Duration certificateNotice = std::chrono::days(30);

/// Null: there is no such condition.
[[nodiscard]] inline const AlarmCondition *findAlarmCondition(QStringView code)
{
    const auto *found = std::ranges::find_if(
        alarmConditions, [&](const AlarmCondition &each) { return QStringView(code) == each.code; });
    return found == alarmConditions.end() ? nullptr : found;
}

[[nodiscard]] constexpr bool isMeasuredOf(AlarmMeasure measure, Kind kind)
{
    if (measure == AlarmMeasure::DatastoreUsageRatio)
        return kind == Kind::Datastore;
    if (measure == AlarmMeasure::SnapshotAgeDays)
        return kind == Kind::Vm;
    return kind == Kind::Host || kind == Kind::Vm;
}

} // namespace core::model
