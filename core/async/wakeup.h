// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"

namespace core {

/// A sleep that can be cut short: `co_await wakeup.wait(10s)` ends after 10 s or soon after wake(). One waiter
/// at a time. A wake() while nobody waits is kept for the next wait.
class Wakeup
{
public:
    explicit Wakeup(Clock &clock) : m_clock(clock) {}

    Task<> wait(Duration limit)
    {
        if (std::exchange(m_pending, false))
            co_return {};
        Awaiter awaiter(*this, limit);
        co_await awaiter;
        m_pending = false;
        co_return {};
    }

    void wake()
    {
        if (m_pending)
            return;
        m_pending = true;
        if (m_awaiter != nullptr) // never resumed from inside the caller
            m_awaiter->arm(Duration::zero());
    }

private:
    class Awaiter
    {
    public:
        Awaiter(Wakeup &wakeup, Duration limit) : m_wakeup(wakeup), m_limit(limit) {}
        Awaiter(const Awaiter &) = delete;
        Awaiter &operator=(const Awaiter &) = delete;
        ~Awaiter() { m_wakeup.m_awaiter = nullptr; }

        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle)
        {
            m_handle = handle;
            m_wakeup.m_awaiter = this;
            arm(m_limit);
        }
        void await_resume() const noexcept {}

        void arm(Duration delay)
        {
            m_timer = m_wakeup.m_clock.after(delay, [this] {
                m_wakeup.m_awaiter = nullptr;
                m_handle.resume();
            });
        }

    private:
        Wakeup &m_wakeup;
        Duration m_limit;
        std::coroutine_handle<> m_handle;
        std::unique_ptr<Clock::Timer> m_timer;
    };

    Clock &m_clock;
    Awaiter *m_awaiter = nullptr;
    bool m_pending = false;
};

} // namespace core
