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

/// What a VM did not say this time (its process hangs), it has as before.
template <class T>
void keep(const std::optional<T> &before, std::optional<T> &now)
{
    if (!now)
        now = before;
}

void keepUnsaid(const model::VmSample &before, model::VmSample &now)
{
    keep(before.cpuTime, now.cpuTime);
    keep(before.diskRead, now.diskRead);
    keep(before.diskWritten, now.diskWritten);
    keep(before.networkReceived, now.networkReceived);
    keep(before.networkSent, now.networkSent);
    keep(before.memoryResident, now.memoryResident);
}

} // namespace

const GuestCounters::Totals &GuestCounters::add(const std::vector<model::VmSample> &reading)
{
    QHash<VmId, model::VmSample> current;
    m_totals.memoryResident = Bytes();
    for (model::VmSample now : reading) {
        model::VmSample before = m_last.value(now.vm);
        if (!m_hasReading || m_last.contains(now.vm)) { // else it began since
            keepUnsaid(before, now);
            keepUnsaid(now, before); // said for the first time: history
        }
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
