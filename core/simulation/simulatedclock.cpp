// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/simulatedclock.h"

#include <algorithm>
#include <map>

namespace core::simulation {

namespace {

struct Due {
    Monotonic time;
    quint64 order;

    friend auto operator<=>(const Due &, const Due &) = default;
};

} // namespace

struct SimulatedClock::Queue {
    std::map<Due, std::function<void()>> timers;
    quint64 set = 0;
};

class SimulatedClock::QueuedTimer : public Clock::Timer
{
public:
    QueuedTimer(std::weak_ptr<Queue> queue, Due due) : m_queue(std::move(queue)), m_due(due) {}
    QueuedTimer(const QueuedTimer &) = delete;
    QueuedTimer &operator=(const QueuedTimer &) = delete;
    ~QueuedTimer() override
    {
        if (const auto queue = m_queue.lock())
            queue->timers.erase(m_due);
    }

private:
    std::weak_ptr<Queue> m_queue;
    Due m_due;
};

SimulatedClock::SimulatedClock(Instant start) : m_start(start), m_queue(std::make_shared<Queue>()) {}

SimulatedClock::~SimulatedClock() = default;

Instant SimulatedClock::now() const
{
    return m_start + m_now.time_since_epoch();
}

Monotonic SimulatedClock::monotonic() const
{
    return m_now;
}

std::unique_ptr<Clock::Timer> SimulatedClock::after(Duration delay, std::function<void()> then)
{
    const Due due{m_now + std::max(delay, Duration::zero()), m_queue->set++};
    m_queue->timers.emplace(due, std::move(then));
    return std::make_unique<QueuedTimer>(m_queue, due);
}

void SimulatedClock::advance(Duration duration)
{
    const Monotonic until = m_now + duration;
    for (auto due = nextDue(); due && *due <= until; due = nextDue())
        runFirst();
    m_now = until;
}

bool SimulatedClock::runNext()
{
    if (m_queue->timers.empty())
        return false;
    runFirst();
    return true;
}

std::optional<Monotonic> SimulatedClock::nextDue() const
{
    if (m_queue->timers.empty())
        return std::nullopt;
    return m_queue->timers.begin()->first.time;
}

size_t SimulatedClock::pending() const
{
    return m_queue->timers.size();
}

void SimulatedClock::runFirst()
{
    Q_ASSERT(!m_running); // time is one: a timer does not move it
    const auto timer = m_queue->timers.extract(m_queue->timers.begin());
    m_now = timer.key().time;
    m_running = true;
    timer.mapped()();
    m_running = false;
}

} // namespace core::simulation
