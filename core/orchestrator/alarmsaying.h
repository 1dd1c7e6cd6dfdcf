// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarmdefinition.h"

/// What a definition's alarm is called and says. Pure.
namespace core::orchestrator {

[[nodiscard]] QString codeOf(const model::AlarmDefinition &definition);
/// A ratio in whole percent: an alarm that changes with each byte would be news all day.
[[nodiscard]] QJsonObject parametersOf(const model::AlarmDefinition &definition,
                                       const std::optional<double> &value);
[[nodiscard]] model::AlarmTransition transitionTo(model::Severity severity);

} // namespace core::orchestrator
