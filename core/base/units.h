// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>

namespace core {

/// An amount of one physical thing. Amounts of different things neither mix nor convert.
template <class Tag>
class Quantity
{
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(qint64 count) : m_count(count) {}

    [[nodiscard]] constexpr qint64 count() const { return m_count; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.m_count + b.m_count); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.m_count - b.m_count); }
    friend constexpr Quantity operator*(Quantity a, qint64 n) { return Quantity(a.m_count * n); }
    friend constexpr Quantity operator/(Quantity a, qint64 n) { return Quantity(a.m_count / n); }
    /// The ratio of two like amounts is a plain number; there is no Quantity * Quantity.
    friend constexpr double operator/(Quantity a, Quantity b)
    {
        return static_cast<double>(a.m_count) / static_cast<double>(b.m_count);
    }
    constexpr Quantity &operator+=(Quantity other) { return *this = *this + other; }
    constexpr Quantity &operator-=(Quantity other) { return *this = *this - other; }

private:
    qint64 m_count = 0;
};

using Bytes = Quantity<struct BytesTag>;
using MegaHertz = Quantity<struct MegaHertzTag>;

/// libvirt reports memory in KiB. This is the only place the factor is written down.
constexpr Bytes fromKiB(qint64 kib)
{
    return Bytes(kib * 1024);
}

namespace literals {
constexpr Bytes operator""_MiB(unsigned long long n)
{
    return Bytes(static_cast<qint64>(n) << 20);
}
constexpr Bytes operator""_GiB(unsigned long long n)
{
    return Bytes(static_cast<qint64>(n) << 30);
}
constexpr MegaHertz operator""_MHz(unsigned long long n)
{
    return MegaHertz(static_cast<qint64>(n));
}
} // namespace literals

} // namespace core
