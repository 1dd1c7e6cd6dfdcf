// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"
#include "core/model/inventory.h"
#include "core/model/load.h"
#include "core/model/migration.h"
#include "core/operations/operation.h"

/// Enums, errors, reasons and quantities as whole sentences in the user's language, for the console and for
/// vigiectl. The language is that of the installed QTranslator, the numbers that of QLocale(). No HTML.
namespace core::text {

/// One plain sentence: what, where, why, what to do. A code without a sentence of its own gives a general one.
[[nodiscard]] QString sentence(const Error &error);
/// Has this code a sentence of its own? For the tests.
[[nodiscard]] bool hasSentence(QStringView code);

/// "virtual machine"; for `count` of them in titles: "Virtual Machines".
[[nodiscard]] QString kindName(model::Kind kind);
[[nodiscard]] QString kindTitle(model::Kind kind);

[[nodiscard]] QString state(model::PowerState state);
[[nodiscard]] QString state(model::HostState state);
[[nodiscard]] QString state(model::TaskState state);
[[nodiscard]] QString state(model::AgentState state);
[[nodiscard]] QString state(model::StepState state);
[[nodiscard]] QString migrationPriority(model::MigrationPriority priority);
[[nodiscard]] QString severity(model::Severity severity);
[[nodiscard]] QString findingSeverity(model::FindingSeverity severity); ///< "error", "warning"
/// Why a place is good: "in the same cluster". Unknown codes are shown as they are.
[[nodiscard]] QString reason(const model::Reason &reason);
[[nodiscard]] QString hypervisorType(model::HypervisorType type);

/// "Power On": as in menus and Recent Tasks. Unknown names are shown as they are.
[[nodiscard]] QString operationLabel(QStringView name);
/// Of a running task's phase code; empty for an empty one.
[[nodiscard]] QString phase(QStringView code);
/// "Frozen on “h1”": a step, as it is called before and after it is done.
[[nodiscard]] QString step(const model::TaskStep &step);
[[nodiscard]] QString event(const model::Event &event);
[[nodiscard]] QString alarm(const model::Alarm &alarm);

[[nodiscard]] QString counterName(model::Counter counter);
/// "%", "MHz", "ms", "MiB", "KiB/s": the unit in which charts show the counter…
[[nodiscard]] QString counterUnit(model::Counter counter);
/// …and the number in that unit for a wire value.
[[nodiscard]] double counterValue(model::Counter counter, double wireValue);

[[nodiscard]] QString bytes(Bytes bytes); ///< "1.5 GiB", "1,5 Gio"
[[nodiscard]] QString megaHertz(MegaHertz f); ///< "2.40 GHz"
[[nodiscard]] QString percent(double ratio); ///< "37 %"
[[nodiscard]] QString duration(Duration duration); ///< "3 min 12 s"
[[nodiscard]] QString ago(Duration age); ///< "12 s ago", "il y a 12 s"
[[nodiscard]] QString timeOfDay(Instant instant); ///< local time, with the date when not today

} // namespace core::text
