// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/lockout.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace core::identity {

void Lockout::prune(Times &times) const
{
    const Monotonic now = m_clock.monotonic();
    const bool isFull = std::ssize(times) >= m_rule.failures;
    if (isFull && now >= times.back() + m_rule.locked)
        times.clear();
    while (!isFull && !times.empty() && now - times.front() >= m_rule.within)
        times.pop_front();
}

void Lockout::makeRoom()
{
    m_failures.removeIf([this](QHash<QString, Times>::iterator each) {
        prune(each.value());
        return each.value().empty();
    });
    if (m_failures.size() < m_rule.keys)
        return;
    const auto quietest =
        std::ranges::min_element(m_failures, {}, [](const Times &times) { return times.back(); });
    m_failures.erase(quietest);
}

std::optional<Duration> Lockout::attempt(const QString &key)
{
    const auto known = m_failures.find(key);
    if (known != m_failures.end()) {
        prune(known.value());
        if (std::ssize(known.value()) >= m_rule.failures)
            return known.value().back() + m_rule.locked - m_clock.monotonic();
    } else if (m_failures.size() >= m_rule.keys) {
        makeRoom();
    }
    m_failures[key].push_back(m_clock.monotonic());
    return std::nullopt;
}

void Lockout::forgive(const QString &key)
{
    m_failures.remove(key);
}

void Lockout::takeBack(const QString &key)
{
    const auto known = m_failures.find(key);
    if (known == m_failures.end())
        return; // forgiven or forgotten meanwhile
    known.value().pop_back();
    if (known.value().empty())
        m_failures.erase(known);
}

QString networkOf(const QString &address)
{
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, address.section(u'%', 0, 0).toLatin1().constData(), bytes.data()) != 1)
        return address;
    static constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (std::equal(mapped.begin(), mapped.end(), bytes.begin())) {
        inet_ntop(AF_INET, bytes.data() + mapped.size(), text.data(), text.size());
        return QString::fromLatin1(text.data());
    }
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    return QString::fromLatin1(text.data()) + QStringLiteral("/64");
}

} // namespace core::identity
