// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"

#include <optional>

namespace core::simulation {

/// Time that passes only when it is told to. Timers run inside advance() or runNext(), by due time and, when
/// due together, in the order they were set: the same program gives the same run. One thread.
class SimulatedClock : public Clock
{
public:
    /// A Monday, 08:00 UTC, unless told otherwise.
    explicit SimulatedClock(Instant start = Instant(std::chrono::sys_days(std::chrono::year(2026) / 1 / 5))
                                + std::chrono::hours(8));
    ~SimulatedClock() override;

    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Monotonic monotonic() const override;
    /// The timer may outlive the clock; it then never fires.
    [[nodiscard]] std::unique_ptr<Timer> after(Duration delay, std::function<void()> then) override;

    /// Lets time pass, running every timer that falls due, also those set on the way. Not from inside a
    /// timer.
    void advance(Duration duration);
    /// Jumps to the next timer and runs it; false when none is set. Not from inside a timer.
    bool runNext();

    [[nodiscard]] std::optional<Monotonic> nextDue() const;
    [[nodiscard]] size_t pending() const;

private:
    struct Queue;
    class QueuedTimer;

    void runFirst();

    Instant m_start;
    Monotonic m_now{};
    std::shared_ptr<Queue> m_queue;
    bool m_running = false;
};

} // namespace core::simulation
