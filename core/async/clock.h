// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/base/time.h"

#include <chrono>
#include <coroutine>
#include <functional>
#include <memory>

namespace core {

/// A point of a clock that never jumps; only differences mean anything.
using Monotonic = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;

/// The time, and timers. Orchestrator, agent and async know no other: a test or the simulation puts a
/// virtual clock here. Use it on the thread that owns it.
class Clock
{
public:
    /// Destroying it disarms the timer.
    class Timer
    {
    public:
        virtual ~Timer() = default;
    };

    virtual ~Clock() = default;

    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual Monotonic monotonic() const = 0;
    /// Calls `then` once, on this thread, after `delay`; never from inside this call.
    [[nodiscard]] virtual std::unique_ptr<Timer> after(Duration delay, std::function<void()> then) = 0;
};

namespace detail {

class [[nodiscard]] SleepAwaiter
{
public:
    SleepAwaiter(Clock &clock, Duration delay) : m_clock(clock), m_delay(delay) {}

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> awaiter)
    {
        m_timer = m_clock.after(m_delay, [awaiter] { awaiter.resume(); });
    }
    void await_resume() const noexcept {}

private:
    Clock &m_clock;
    Duration m_delay;
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace detail

/// Ends after `delay`. Abandoning it disarms the timer.
inline Task<> sleepFor(Clock *clock, Duration delay)
{
    detail::SleepAwaiter sleep(*clock, delay);
    co_await sleep;
    co_return {};
}

} // namespace core
