// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/scope.h"

#include <optional>

namespace core {

namespace detail {

/// Waits for a task or a timer, whichever is first.
template <class T>
class [[nodiscard]] DeadlineAwaiter
{
public:
    DeadlineAwaiter(Task<T> task, Clock &clock, Duration limit)
        : m_task(std::move(task)),
          m_clock(clock),
          m_limit(limit)
    {}

    bool await_ready() const noexcept { return false; }

    bool await_suspend(std::coroutine_handle<> awaiter)
    {
        m_scope.spawn(drive(this));
        if (m_result)
            return false; // it never suspended
        m_awaiter = awaiter;
        m_timer = m_clock.after(m_limit, [this] {
            const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(m_limit).count();
            m_result.emplace(Error(errors::Timeout, QJsonObject{{QStringLiteral("seconds"), seconds}}));
            std::exchange(m_awaiter, nullptr).resume();
        });
        return true;
    }

    Result<T> await_resume() { return *std::move(m_result); }

private:
    static Task<> drive(DeadlineAwaiter *self)
    {
        auto result = co_await self->m_task;
        if (self->m_result)
            co_return {}; // too late
        self->m_result.emplace(std::move(result));
        self->m_timer.reset();
        if (self->m_awaiter) {
            // Resumed from the loop, not from here: the awaiter may destroy this frame.
            self->m_timer = self->m_clock.after(Duration::zero(),
                                                [self] { std::exchange(self->m_awaiter, nullptr).resume(); });
        }
        co_return {};
    }

    Task<T> m_task;
    Clock &m_clock;
    Duration m_limit;
    std::optional<Result<T>> m_result;
    std::coroutine_handle<> m_awaiter;
    std::unique_ptr<Clock::Timer> m_timer;
    Scope m_scope{[](const Error &) {}}; // drive() reports through m_result
};

} // namespace detail

/// The task's result, or `base.timeout` after `limit`. What the task started goes on: abandoning an answer
/// does not stop libvirt.
template <class T>
Task<T> withDeadline(Task<T> task, Clock *clock, Duration limit)
{
    detail::DeadlineAwaiter<T> awaiter(std::move(task), *clock, limit);
    auto result = co_await awaiter;
    co_return result;
}

} // namespace core
