// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/inodes.h"

#include <algorithm>

namespace core::lab {

int Inodes::descriptor(Number number) const
{
    if (number == rootNumber)
        return m_root;
    const std::lock_guard guard(m_mutex);
    const auto known = m_known.find(number);
    return known == m_known.end() ? -1 : known->second.file.get();
}

Inodes::Number Inodes::remember(Fd file, const struct stat &about)
{
    const std::lock_guard guard(m_mutex);
    const Identity identity{about.st_dev, about.st_ino};
    const auto [number, isNew] = m_numbers.try_emplace(identity, m_last + 1);
    if (isNew) {
        ++m_last; // never used again: the kernel may still ask for an old one
        m_known[m_last] = Known{.file = std::move(file), .identity = identity};
    }
    ++m_known[number->second].told;
    return number->second;
}

void Inodes::forget(Number number, quint64 times)
{
    const std::lock_guard guard(m_mutex);
    const auto known = m_known.find(number);
    if (known == m_known.end())
        return;
    known->second.told -= std::min(times, known->second.told);
    if (known->second.told > 0)
        return;
    m_numbers.erase(known->second.identity);
    m_known.erase(known);
}

} // namespace core::lab
