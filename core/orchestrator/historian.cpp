// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/historian.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcHistory, "vigie.history")

namespace core::orchestrator {

namespace {
constexpr auto readingsIn = 30s; ///< after a step's end: the last readings of all hosts have come
constexpr auto remembered = 55min; ///< by the rings, whose oldest step is being overwritten
constexpr auto pruneEvery = 1h;
constexpr Duration finest = model::historyLevels.front().interval;
} // namespace

Historian::Historian(Clock &clock, persistence::Store &store, const PerformanceBoard &performance)
    : m_clock(clock),
      m_store(store),
      m_performance(performance),
      m_scope([](const Error &error) { qCWarning(lcHistory) << "not kept" << error.code << error.detail; })
{}

void Historian::start()
{
    const Instant now = m_clock.now();
    m_next.front() = performance::stepOf(now, finest);
    for (size_t level = 1; level < m_next.size();
         ++level) { // the last whole step may have ended while nobody worked
        const Duration interval = model::historyLevels[level].interval;
        m_next[level] = performance::stepOf(now, interval) - interval;
    }
    m_nextPrune = now;
    wait();
}

void Historian::wait()
{
    const Instant now = m_clock.now();
    const Instant next = performance::stepOf(now, finest) + finest + readingsIn;
    m_timer = m_clock.after(next - now, [this] { m_scope.spawn(work(this)); });
}

Task<> Historian::work(Historian *self)
{
    auto done = co_await saveFinest(self);
    for (size_t level = 1; done && level < model::historyLevels.size(); ++level)
        done = co_await saveCoarser(self, level);
    if (done)
        done = co_await prune(self);
    self->wait();
    co_return done;
}

Task<> Historian::saveFinest(Historian *self)
{
    Instant &next = self->m_next.front();
    const Instant now = self->m_clock.now();
    next = std::max(next, performance::stepOf(now - remembered, finest));
    while (next + finest <= now) {
        auto bucket = self->m_performance.averages(next, finest);
        if (!bucket.rows.empty()) {
            const auto saved = co_await self->m_store.saveHistory(std::move(bucket));
            if (!saved)
                co_return saved.error();
        }
        next += finest;
    }
    co_return {};
}

Task<> Historian::saveCoarser(Historian *self, size_t level)
{
    const Duration interval = model::historyLevels[level].interval;
    const Duration finer = model::historyLevels[level - 1].interval;
    Instant &next = self->m_next[level];
    while (next + interval <= self->m_next[level - 1]) {
        const auto parts = co_await self->m_store.historyBuckets(finer, next, next + interval);
        if (!parts)
            co_return parts.error();
        auto bucket = performance::rollUp(*parts, next, interval);
        if (!bucket.rows.empty()) {
            const auto saved = co_await self->m_store.saveHistory(std::move(bucket));
            if (!saved)
                co_return saved.error();
        }
        next += interval;
    }
    co_return {};
}

Task<> Historian::prune(Historian *self)
{
    const Instant now = self->m_clock.now();
    if (now < self->m_nextPrune)
        co_return {};
    const persistence::Retention retention{.now = now};
    auto pruned = co_await self->m_store.prune(retention);
    if (pruned)
        self->m_nextPrune = now + pruneEvery;
    co_return pruned;
}

} // namespace core::orchestrator
