// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/schema/queries.h"
#include "core/orchestrator/core.h"

namespace core::api::server {

/// What a chart asked for: the last hour from memory, what is older from the history. `core` outlives the task.
[[nodiscard]] Task<std::vector<model::Series>> performanceFor(orchestrator::Core *core,
                                                              schema::PerformanceQuery query);

} // namespace core::api::server
