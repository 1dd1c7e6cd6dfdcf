// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <algorithm>

namespace core {

/// Waiting times between attempts: doubled each time, never over the cap.
class Backoff
{
public:
    constexpr Backoff(Duration first, Duration cap) : m_first(first), m_cap(cap), m_next(first) {}

    [[nodiscard]] constexpr Duration next()
    {
        const Duration delay = m_next;
        m_next = std::min(m_next * 2, m_cap);
        return delay;
    }
    constexpr void reset() { m_next = m_first; }

private:
    Duration m_first;
    Duration m_cap;
    Duration m_next;
};

} // namespace core
