// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"

#include <QHash>

#include <optional>

namespace core::identity {

/// How many requests each key (an address, a user) may make: a bucket of `burst` that fills again at `perSecond`. What
/// does not fit is refused, not delayed. One thread.
class RateLimit
{
public:
    struct Rate {
        double perSecond = 0;
        double burst = 0;
    };

    /// `keys`: kept at most; those beyond share one bucket, so an attacker with many addresses costs no memory.
    RateLimit(Clock &clock, Rate rate, qsizetype keys = 65'536) : m_clock(clock), m_rate(rate), m_keys(keys)
    {}

    /// Absent: go ahead. Else nothing was taken, and a request is possible after this time (`Retry-After`).
    [[nodiscard]] std::optional<Duration> take(const QString &key);
    /// What was taken last was no abuse: it does not count.
    void giveBack(const QString &key);
    [[nodiscard]] qsizetype keys() const { return m_buckets.size(); }

private:
    struct Bucket {
        double left = 0;
        Monotonic at;
    };

    void fill(Bucket &bucket) const;
    bool makeRoom();

    Clock &m_clock;
    Rate m_rate;
    qsizetype m_keys;
    QHash<QString, Bucket> m_buckets;
    std::optional<Monotonic> m_swept;
};

inline constexpr RateLimit::Rate signInRate{.perSecond = 5.0 / 60, .burst = 5};
inline constexpr RateLimit::Rate strangersRate{.perSecond = 20, .burst = 100}; ///< nobody is signed in
inline constexpr RateLimit::Rate usersRate{.perSecond = 5000, .burst = 5000};

} // namespace core::identity
