// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"

namespace core {

/// The machine's clocks; timers run on the event loop of the calling thread.
class SystemClock : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] Monotonic monotonic() const override;
    [[nodiscard]] std::unique_ptr<Timer> after(Duration delay, std::function<void()> then) override;
};

} // namespace core
