// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"

namespace core {

/// The machine's clocks; timers run on the event loop of the thread that sets them, which must always be the same.
/// Any number of them waits behind one timer of the loop: Qt keeps its own in a sorted list, and to set one among
/// ten thousand (four for each host) took longer than all that they start.
class SystemClock : public Clock
{
public:
    SystemClock();
    ~SystemClock() override;

    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Monotonic monotonic() const override;
    /// The timer may outlive the clock; it then never fires.
    [[nodiscard]] std::unique_ptr<Timer> after(Duration delay, std::function<void()> then) override;

private:
    struct Queue;
    class QueuedTimer;

    std::shared_ptr<Queue> m_queue;
};

} // namespace core
