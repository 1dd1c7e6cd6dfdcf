// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/ha/simulation.h"

#include <QJsonObject>

/// The file `ha-result/1`.
namespace core::simulation {

[[nodiscard]] QJsonObject resultOf(const Simulation &simulation);

} // namespace core::simulation
