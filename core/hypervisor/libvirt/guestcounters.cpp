// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/guestcounters.h"

namespace core::hypervisor::libvirt {

namespace {

/// What a counter rose by. One that fell started again from zero.
template <class T>
T rise(const std::optional<T> &before, const std::optional<T> &now)
{
    if (!now)
        return T(0);
    return before && *before <= *now ? *now - *before : *now;
}

} // namespace

const GuestCounters::Totals &GuestCounters::add(const std::vector<model::VmSample> &reading)
{
    QHash<VmId, model::VmSample> current;
    m_totals.memoryResident = Bytes();
    for (const model::VmSample &now : reading) {
        // Before the first reading everything is history.
        const model::VmSample before = m_hasReading ? m_last.value(now.vm) : now;
        m_totals.cpu += rise(before.cpuTime, now.cpuTime);
        m_totals.diskRead += rise(before.diskRead, now.diskRead);
        m_totals.diskWritten += rise(before.diskWritten, now.diskWritten);
        m_totals.networkReceived += rise(before.networkReceived, now.networkReceived);
        m_totals.networkSent += rise(before.networkSent, now.networkSent);
        m_totals.memoryResident += now.memoryResident.value_or(Bytes());
        current.insert(now.vm, now);
    }
    m_last = std::move(current);
    m_hasReading = true;
    return m_totals;
}

} // namespace core::hypervisor::libvirt
