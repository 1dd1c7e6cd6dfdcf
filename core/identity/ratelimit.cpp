// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace core::identity {

namespace {

constexpr Duration sweepEach =
    std::chrono::seconds(1); ///< looking through all keys must not become the attack

} // namespace

void RateLimit::fill(Bucket &bucket) const
{
    const Monotonic now = m_clock.monotonic();
    const double seconds = std::chrono::duration<double>(now - bucket.at).count();
    bucket.left = std::min(m_rate.burst, bucket.left + seconds * m_rate.perSecond);
    bucket.at = now;
}

/// A full bucket is as good as none.
bool RateLimit::makeRoom()
{
    const Monotonic now = m_clock.monotonic();
    if (m_buckets.size() < m_keys)
        return true;
    if (m_swept && now - *m_swept < sweepEach)
        return false;
    m_swept = now;
    m_buckets.removeIf([this](QHash<QString, Bucket>::iterator each) {
        fill(each.value());
        return each->left >= m_rate.burst;
    });
    return m_buckets.size() < m_keys;
}

std::optional<Duration> RateLimit::take(const QString &key)
{
    const QString mine = m_buckets.contains(key) || makeRoom() ? key : QString();
    if (!m_buckets.contains(mine))
        m_buckets.insert(mine, {.left = m_rate.burst, .at = m_clock.monotonic()});
    Bucket &bucket = m_buckets[mine];
    fill(bucket);
    if (bucket.left < 1) {
        const double seconds = (1 - bucket.left) / m_rate.perSecond;
        return Duration(static_cast<qint64>(std::ceil(seconds * 1000)));
    }
    bucket.left -= 1;
    return std::nullopt;
}

void RateLimit::giveBack(const QString &key)
{
    const auto bucket = m_buckets.find(m_buckets.contains(key) ? key : QString());
    if (bucket != m_buckets.end())
        bucket->left = std::min(m_rate.burst, bucket->left + 1);
}

} // namespace core::identity
