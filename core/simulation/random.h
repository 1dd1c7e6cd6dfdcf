// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <iterator>

namespace core::simulation {

/// Scatters the bits of a number (SplitMix64's finisher). The standard library's distributions differ from
/// one library to the next; a seed must mean the same world everywhere.
[[nodiscard]] constexpr quint64 scatter(quint64 x)
{
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

/// 0 ≤ x < 1, fixed by the two numbers.
[[nodiscard]] constexpr double fraction(quint64 seed, quint64 which)
{
    return static_cast<double>(scatter(seed ^ scatter(which)) >> 11U) * 0x1.0p-53;
}

/// A sequence of numbers fixed by its seed.
class Random
{
public:
    constexpr explicit Random(quint64 seed) : m_state(scatter(seed)) {}

    [[nodiscard]] constexpr quint64 next() { return scatter(m_state += 0x9e3779b97f4a7c15U); }
    /// 0 ≤ x < 1
    [[nodiscard]] constexpr double ratio() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    /// 0 ≤ x < count; count > 0
    [[nodiscard]] constexpr size_t below(size_t count) { return static_cast<size_t>(next() % count); }
    [[nodiscard]] constexpr bool chance(double probability) { return ratio() < probability; }

    template <class Range>
    [[nodiscard]] constexpr const auto &pick(const Range &choices)
    {
        return choices[below(std::size(choices))];
    }

private:
    quint64 m_state;
};

} // namespace core::simulation
