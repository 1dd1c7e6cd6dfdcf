// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/scope.h"
#include "core/async/wakeup.h"

#include <optional>

namespace core::orchestrator {

/// A call that runs while somebody looks after it: waits for it a while, does something else, waits again. Destroying it
/// abandons the call.
template <class T>
class Pending
{
public:
    Pending(Clock &clock, Task<T> call) : m_wakeup(clock) { m_scope.spawn(drive(this, std::move(call))); }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;

    /// Ends when the call has ended, or after `limit`.
    [[nodiscard]] Task<> wait(Duration limit) { return m_wakeup.wait(limit); }
    /// Absent while it runs.
    [[nodiscard]] const std::optional<Result<T>> &end() const { return m_end; }

private:
    static Task<> drive(Pending *self, Task<T> call)
    {
        self->m_end.emplace(co_await call);
        self->m_wakeup.wake();
        co_return {};
    }

    std::optional<Result<T>> m_end;
    Wakeup m_wakeup;
    Scope m_scope{[](const Error &) {}}; // drive() reports through m_end
};

} // namespace core::orchestrator
