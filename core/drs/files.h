// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/drs/errors.h"
#include "core/drs/plan.h"

#include <QJsonObject>

/// The files: `drs-instance/1` in, `drs-plan/1` out. snake_case, as all files of this family.
namespace core::drs {

/// @return the instance, or `drs.bad-instance` with the place of the first mistake. Keys that are not known are left
/// out; absent ones have the defaults of instance.h.
[[nodiscard]] Result<Instance> readInstance(const QByteArray &file);
[[nodiscard]] QJsonObject toJson(const Instance &instance);

struct PlanCost {
    double milliseconds = 0; ///< of planning, without reading
    std::int64_t peakKib = 0; ///< memory of the process at most; 0: unknown
};
[[nodiscard]] QJsonObject toJson(const Plan &plan, const Instance &instance, const PlanCost &cost);

/// "fairnessCpuAvg" and the like.
[[nodiscard]] QString wireName(Reason reason);
/// "dirty-rate" and the like.
[[nodiscard]] QString wireName(Obstacle obstacle);

} // namespace core::drs
