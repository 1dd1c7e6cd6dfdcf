// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/addressmemory.h"

namespace core::hypervisor::libvirt {

namespace {

/// Somewhat less than the minute in which all VMs are read again.
constexpr std::chrono::seconds interval{50};

} // namespace

std::vector<QString> AddressMemory::of(VmId vm) const
{
    const std::lock_guard guard(m_mutex);
    return m_known.value(vm).addresses;
}

bool AddressMemory::remember(VmId vm, const std::vector<QString> &addresses)
{
    const std::lock_guard guard(m_mutex);
    const auto known = m_known.find(vm);
    if (known == m_known.end() || known->addresses == addresses)
        return false; // forgotten while we asked
    known->addresses = addresses;
    return true;
}

void AddressMemory::forget(VmId vm)
{
    const std::lock_guard guard(m_mutex);
    const auto known = m_known.find(vm);
    if (known == m_known.end())
        return;
    if (known->isAsking)
        *known = {.asked = known->asked, .isAsking = true};
    else
        m_known.erase(known);
}

bool AddressMemory::startAsking(VmId vm, bool hasAgent, Now now)
{
    const std::lock_guard guard(m_mutex);
    Known &known = m_known[vm];
    const bool isDue = !known.wasAsked || now - known.asked > interval || (hasAgent && !known.hadAgent);
    if (known.isAsking || !isDue)
        return false;
    known.asked = now;
    known.wasAsked = known.isAsking = true;
    known.hadAgent = hasAgent;
    return true;
}

void AddressMemory::endAsking(VmId vm)
{
    const std::lock_guard guard(m_mutex);
    if (const auto known = m_known.find(vm); known != m_known.end())
        known->isAsking = false;
}

} // namespace core::hypervisor::libvirt
