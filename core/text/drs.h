// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objects.h"

#include <QString>

/// What a cluster decides of its VMs, in words.
namespace core::text {

[[nodiscard]] QString drsReason(const QString &code); ///< of a recommendation: "fairnessCpuAvg"
[[nodiscard]] QString drsFault(const QString &code); ///< "dirty-rate"
[[nodiscard]] QString drsAutomation(model::DrsAutomation automation);
[[nodiscard]] QString drsRuleType(model::DrsRuleType type);
[[nodiscard]] QString powerManagement(model::PowerManagement management);
[[nodiscard]] QString sharesLevel(model::SharesLevel level);
[[nodiscard]] QString maintenance(model::Maintenance maintenance); ///< "maintenance mode"; empty: none
[[nodiscard]] QString state(model::DrsState state);

} // namespace core::text
