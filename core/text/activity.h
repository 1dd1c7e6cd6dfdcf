// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarmdefinition.h"

#include <QStringList>

/// What can happen and what can be wrong, in general: for filters, lists of definitions and forms.
namespace core::text {

/// Every kind of event that there is a sentence for, those of one kind of object together.
[[nodiscard]] QStringList eventCodes();
/// "“…” was powered on.": the sentence of an event without its names.
[[nodiscard]] QString eventTitle(const QString &code);

/// "Not responding": a state that an alarm can be about. The code itself where there is no word for it.
[[nodiscard]] QString conditionName(const QString &code);
[[nodiscard]] QString measureName(model::AlarmMeasure measure);
/// "%", "ms", "KiB/s", "days": the unit in which people set its bounds…
[[nodiscard]] QString measureUnit(model::AlarmMeasure measure);
/// …and how many of the wire's units one of these is.
[[nodiscard]] double measureScale(model::AlarmMeasure measure);
/// "75 %", "20 ms", "512 KiB/s".
[[nodiscard]] QString measureValue(model::AlarmMeasure measure, double wireValue);

/// "CPU usage: yellow from 75 %, red from 90 %, for 5 min 0 s": when the alarm goes off.
[[nodiscard]] QString alarmRule(const model::AlarmDefinition &definition);
/// Its name; of one of the program's own that nobody has renamed, in the user's language.
[[nodiscard]] QString alarmName(const model::AlarmDefinition &definition);
[[nodiscard]] QString alarmChannel(const QString &wireName); ///< "E-mail"

} // namespace core::text
