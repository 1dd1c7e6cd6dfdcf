// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/performance.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace core::api::server {

namespace {

constexpr auto remembered = 1h; ///< by PerformanceBoard
constexpr Duration usual = 20s;

/// Only what was measured before `until`.
void cut(model::Series &series, Instant until)
{
    const qint64 wanted = (until - series.start + series.interval - Duration(1)) / series.interval;
    const auto had = static_cast<qint64>(series.values.size());
    series.values.resize(static_cast<size_t>(std::clamp<qint64>(wanted, 0, had)));
}

std::vector<model::Series> lastHour(orchestrator::Core &core, const schema::PerformanceQuery &query)
{
    std::vector<model::Series> all;
    for (const model::ObjectRef &object : query.objects) {
        for (model::Series &series :
             core.performance().query(object, query.counters, query.interval.value_or(usual), query.since)) {
            if (query.until)
                cut(series, *query.until);
            all.push_back(std::move(series));
        }
    }
    return all;
}

} // namespace

Task<std::vector<model::Series>> performanceFor(orchestrator::Core *core, schema::PerformanceQuery query)
{
    const Instant now = core->clock().now();
    if (query.interval || !query.since || now - *query.since <= remembered)
        co_return lastHour(*core, query);
    const persistence::HistoryQuery history{
        .objects = std::move(query.objects),
        .counters = std::move(query.counters),
        .from = std::max(*query.since, now - model::historyLevels.back().kept),
        .to = std::min(query.until.value_or(now), now),
        .now = now};
    co_return co_await core->store().history(history);
}

} // namespace core::api::server
