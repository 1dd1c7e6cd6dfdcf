// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/performance/chartdata.h"

#include "core/model/inventory.h"

/// Which counters and objects can be on one chart.
namespace views {

enum class ChartTopic { Cpu, Memory, Disk, Network, Custom };

/// At most two units fit: one for each side.
inline constexpr int unitsOfChart = 2;
inline constexpr int linesOfChart = 24;
inline constexpr int objectsOfChart = 12;

/// Is this counter measured for this kind of object?
[[nodiscard]] bool isMeasured(core::model::Counter counter, core::model::Kind kind);
/// What the topic shows; several objects are compared by its first counter. Empty for Custom.
[[nodiscard]] std::vector<core::model::Counter> countersOf(ChartTopic topic, core::model::Kind kind);
/// Would the chart still have at most two units with this counter on it too?
[[nodiscard]] bool fits(core::model::Counter counter, const std::vector<core::model::Counter> &chosen);

/// What is charted for the selected object at first: itself, or the hosts beneath (the first ones by name).
[[nodiscard]] std::vector<core::model::ObjectRef> defaultObjects(const core::model::ObjectRef &selected,
                                                                 const core::model::Inventory &inventory);
/// What can be compared there: the object itself and its hosts or running VMs, by name.
[[nodiscard]] std::vector<core::model::ObjectRef> comparableObjects(const core::model::ObjectRef &selected,
                                                                    const core::model::Inventory &inventory);

/// The lines of a chart, objects outermost, at most linesOfChart.
[[nodiscard]] std::vector<ChartKey> keysOf(const std::vector<core::model::ObjectRef> &objects,
                                           const std::vector<core::model::Counter> &counters);

} // namespace views
