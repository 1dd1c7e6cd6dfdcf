// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/simulation/ha/errors.h"
#include "core/simulation/ha/scenario.h"

#include <QByteArray>
#include <QJsonObject>

/// The file `ha-scenario/1`, both ways.
namespace core::simulation {

/// @return the scenario, or `ha.bad-scenario` with the place of the first mistake; a key that is not known is one.
[[nodiscard]] Result<Scenario> readScenario(const QByteArray &file);
/// Leaves out what has its default.
[[nodiscard]] QJsonObject toJson(const Scenario &scenario);

} // namespace core::simulation
