// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/deadline.h"
#include "core/simulation/simulatedclock.h"

#include <optional>

namespace tests {

namespace detail {

template <class T>
core::Task<> keep(core::Task<T> task, std::optional<core::Result<T>> *out)
{
    auto result = co_await task;
    out->emplace(std::move(result));
    co_return {};
}

} // namespace detail

/// Lets virtual time pass until the task ends: its result, or `base.timeout` after `limit` of virtual time.
template <class T>
[[nodiscard]] core::Result<T> waitFor(core::simulation::SimulatedClock &clock, core::Task<T> task,
                                      core::Duration limit = std::chrono::minutes(1))
{
    std::optional<core::Result<T>> out;
    core::Scope scope([](const core::Error &) {});
    scope.spawn(detail::keep(core::withDeadline(std::move(task), &clock, limit), &out));
    while (!out && clock.runNext()) {}
    return *std::move(out); // the deadline's own timer ends it at the latest
}

} // namespace tests
