// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"

#include <QHash>

#include <deque>
#include <optional>

namespace core::identity {

/// Who fails too often has to wait. Counts by what the caller calls a key; knows nothing of who exists. One thread.
class Lockout
{
public:
    struct Rule {
        int failures = 5;
        Duration within = std::chrono::minutes(3);
        Duration locked = std::chrono::minutes(3); ///< from the last failure on
        qsizetype keys = 10'000; ///< kept at most; the one that has been quiet for longest goes first
    };

    Lockout(Clock &clock, Rule rule) : m_clock(clock), m_rule(rule) {}

    /// Call before each attempt. Absent: go ahead, and the attempt counts as failed until forgive(), so that a
    /// hundred at the same moment are not a hundred guesses. Else how long it is still locked.
    [[nodiscard]] std::optional<Duration> attempt(const QString &key);
    /// The attempt was right.
    void forgive(const QString &key);
    /// The attempt came to no answer: it was nobody's fault.
    void takeBack(const QString &key);

private:
    using Times = std::deque<Monotonic>;

    void prune(Times &times) const;
    void makeRoom();

    Clock &m_clock;
    Rule m_rule;
    QHash<QString, Times> m_failures; ///< oldest first
};

/// What counts as one address: IPv4 as it is, also when mapped into IPv6; of IPv6 the network (/64), which one machine
/// has to itself; anything else as it is.
[[nodiscard]] QString networkOf(const QString &address);

} // namespace core::identity
