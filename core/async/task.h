// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <coroutine>
#include <exception>
#include <utility>

namespace core {

template <class T>
class Task;

namespace detail {

template <class T>
class TaskPromise
{
public:
    struct FinalAwaiter {
        bool await_ready() const noexcept { return false; }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<TaskPromise> done) const noexcept
        {
            return done.promise().m_continuation;
        }
        void await_resume() const noexcept {}
    };

    Task<T> get_return_object();
    std::suspend_always initial_suspend() const noexcept { return {}; }
    FinalAwaiter final_suspend() const noexcept { return {}; }
    void return_value(Result<T> result) { m_result = std::move(result); }
    void unhandled_exception() { std::terminate(); } // errors are values; an exception here is a bug

    void setContinuation(std::coroutine_handle<> next) { m_continuation = next; }
    Result<T> takeResult() { return std::move(m_result); }

private:
    Result<T> m_result = Error(errors::Internal);
    std::coroutine_handle<> m_continuation = std::noop_coroutine();
};

} // namespace detail

/// An asynchronous operation that ends in a value or an Error. Does nothing until awaited; destroying it
/// abandons it. Await it once, on the thread that created it.
template <class T = void>
class [[nodiscard]] Task
{
public:
    using promise_type = detail::TaskPromise<T>;
    using Handle = std::coroutine_handle<promise_type>;

    explicit Task(Handle handle) : m_handle(handle) {}
    Task(Task &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Task &operator=(Task &&) = delete;
    ~Task()
    {
        if (m_handle)
            m_handle.destroy();
    }

    struct Awaiter {
        Handle handle;

        bool await_ready() const noexcept { return false; }
        bool await_suspend(std::coroutine_handle<> caller) const
        {
            handle.resume();
            if (handle.done())
                return false; // without a transfer: GCC at -O0 would grow the stack by a frame per await
            handle.promise().setContinuation(caller);
            return true;
        }
        Result<T> await_resume() const { return handle.promise().takeResult(); }
    };
    Awaiter operator co_await() const noexcept { return {m_handle}; }

private:
    Handle m_handle;
};

template <class T>
Task<T> detail::TaskPromise<T>::get_return_object()
{
    return Task<T>(std::coroutine_handle<TaskPromise>::from_promise(*this));
}

} // namespace core
