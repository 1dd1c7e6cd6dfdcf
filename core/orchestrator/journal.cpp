// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/journal.h"

#include "core/persistence/errors.h"

#include <QLoggingCategory>

#include <chrono>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcJournal, "vigie.journal")

namespace core::orchestrator {

namespace {
constexpr auto gatherFor = 100ms; ///< many changes at once are one transaction
constexpr auto firstRetry = 1s;
constexpr auto longestRetry = 30s;
constexpr auto longWrite = 1min; ///< then a flush looks again by itself
constexpr size_t eventsHeld = 100'000; ///< while nothing can be written; then the oldest are lost
} // namespace

Journal::Journal(Clock &clock, persistence::Store &store)
    : m_clock(clock),
      m_store(store),
      m_backoff(firstRetry, longestRetry),
      m_scope([](const Error &error) { qCWarning(lcJournal) << "not written" << error.code << error.detail; })
{}

void Journal::add(const model::Change &change)
{
    m_changes.insert(change.ref, change);
    writeAfter(gatherFor);
}

void Journal::add(model::Event event)
{
    m_events.push_back(std::move(event));
    if (m_events.size() > eventsHeld)
        m_events.pop_front();
    writeAfter(gatherFor);
}

void Journal::add(const model::Task &task)
{
    m_tasks.insert(task.id, task);
    writeAfter(Duration::zero());
}

Task<> Journal::accept(model::Task task, persistence::RequestKey key)
{
    return accept(this, std::move(task), std::move(key));
}

Task<> Journal::accept(Journal *self, model::Task task, persistence::RequestKey key)
{
    if (self->m_failure)
        co_return Error(persistence::errors::Failing,
                        QJsonObject{{u"since"_s, toRfc3339(self->m_failure->since)}},
                        self->m_failure->why.detail);
    const TaskId id = task.id;
    auto kept = co_await self->m_store.accept(std::move(task), std::move(key));
    if (kept || kept.error().is(errors::Conflict))
        co_return kept;
    // Whether a lost server has kept it nobody knows: it was not accepted, so it must not be there.
    self->m_withdrawn.push_back(id);
    self->failed(kept.error());
    co_return kept;
}

Task<> Journal::flush()
{
    return flush(this);
}

Task<> Journal::flush(Journal *self)
{
    while (self->m_writing) {
        const auto written = std::make_shared<Wakeup>(self->m_clock);
        self->m_flushing.push_back(written);
        co_await written->wait(longWrite);
    }
    co_return co_await write(self);
}

/// While it fails, only the retries write.
void Journal::writeAfter(Duration delay)
{
    if (m_failure || m_writing)
        return;
    const Monotonic due = m_clock.monotonic() + delay;
    if (m_timer && m_due <= due)
        return;
    m_due = due;
    m_timer = m_clock.after(delay, [this] {
        m_timer.reset();
        m_scope.spawn(write(this));
    });
}

/// One batch at a time: an older value must never come after a newer one.
Task<> Journal::write(Journal *self)
{
    if (self->m_writing)
        co_return {};
    self->m_timer.reset();
    persistence::Batch batch = self->takePending();
    if (batch.isEmpty() && !self->m_failure)
        co_return {};
    self->m_writing = true;
    auto written = co_await self->m_store.write(batch);
    self->m_writing = false;
    if (written) {
        self->succeeded();
    } else {
        self->putBack(std::move(batch));
        self->failed(written.error());
    }
    self->wakeFlushing();
    co_return written;
}

void Journal::wakeFlushing()
{
    for (const auto &each : std::exchange(m_flushing, {})) {
        if (const auto waiting = each.lock()) // else its task is gone
            waiting->wake();
    }
}

persistence::Batch Journal::takePending()
{
    persistence::Batch batch{
        .changes = {m_changes.cbegin(), m_changes.cend()},
        .events = {std::make_move_iterator(m_events.begin()), std::make_move_iterator(m_events.end())},
        .tasks = {m_tasks.cbegin(), m_tasks.cend()},
        .withdrawn = std::exchange(m_withdrawn, {})};
    m_changes.clear();
    m_events.clear();
    m_tasks.clear();
    return batch;
}

/// What came meanwhile is newer.
void Journal::putBack(persistence::Batch batch)
{
    for (const model::Change &change : batch.changes) {
        if (!m_changes.contains(change.ref))
            m_changes.insert(change.ref, change);
    }
    for (const model::Task &task : batch.tasks) {
        if (!m_tasks.contains(task.id))
            m_tasks.insert(task.id, task);
    }
    m_events.insert(m_events.begin(), std::make_move_iterator(batch.events.begin()),
                    std::make_move_iterator(batch.events.end()));
    m_withdrawn.insert(m_withdrawn.end(), batch.withdrawn.begin(), batch.withdrawn.end());
}

void Journal::failed(const Error &why)
{
    const bool isNews = !m_failure;
    m_failure = Failure{.since = isNews ? m_clock.now() : m_failure->since, .why = why};
    m_timer = m_clock.after(m_backoff.next(), [this] {
        m_timer.reset();
        m_scope.spawn(write(this));
    });
    if (isNews && m_listener)
        m_listener(m_failure);
}

void Journal::succeeded()
{
    m_backoff.reset();
    const bool isNews = m_failure.has_value();
    m_failure.reset();
    if (isNews && m_listener)
        m_listener(m_failure);
    if (!m_changes.isEmpty() || !m_events.empty() || !m_tasks.isEmpty() || !m_withdrawn.empty())
        writeAfter(m_tasks.isEmpty() ? gatherFor : Duration::zero());
}

} // namespace core::orchestrator
